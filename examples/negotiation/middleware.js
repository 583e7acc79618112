/** For Vercel: `rewrites` of vercel.json come after the files, where the page itself has answered. */
import { markdownAnswer } from './prefers-markdown.js'

/** @param {Request} request */
export default function middleware(request) {
  return markdownAnswer(request, fetch)
}

export const config = { matcher: '/(.*/)?' }
