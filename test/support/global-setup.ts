/** The browser that all test files of a run share. */
import { addressVariable, startBrowserServer } from './browser.ts'

/** Started before the first worker, which takes its address from the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startBrowserServer()
  process.env[addressVariable] = server.wsEndpoint()
  return () => server.close()
}
