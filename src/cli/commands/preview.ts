/** `preview`: look at a built site as a static host would serve it. */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import sirv from 'sirv'
import { UsageError, readArguments, readPort } from '../arguments.ts'
import type { Command } from '../command.ts'
import { isFolder } from '../is-folder.ts'
import { addCleanup } from '../process/signals.ts'

export const command: Command = {
  usage: `preview [folder] [--port 4321]
    Serve a built site (default: dist) on this machine.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      port: { type: 'string', default: '4321' },
    })
    const [folder = 'dist'] = positionals
    const path = resolve(terminal.cwd, folder)
    if (!(await isFolder(path)))
      throw new UsageError(`There is no folder \`${folder}\`. Run \`passerelle build\` first.`)
    const files = sirv(path, { dev: true, dotfiles: false })
    const server = createServer((request, response) => files(request, response))
    server.listen(readPort(values.port), '127.0.0.1', () => {
      const address = server.address()
      terminal.print(
        `The site is at http://localhost:${typeof address === 'object' ? address?.port : ''}/`,
      )
    })
    return new Promise((done) => {
      addCleanup(() => {
        server.close()
        done(0)
      })
    })
  },
}
