/** `assemble`: put a site together from what several machines have drawn. */
import { UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readRequest, runBuild } from './build.ts'

export const command: Command = {
  usage: `assemble [folder…] [--out dist] [--cache folder] …
    Build a site from the shards that \`build --shard\` wrote to the cache. The options and the
    result are those of \`build\`; missing shards are built here.`,

  async run(args, terminal) {
    const { asked, ...options } = readRequest(args, terminal)
    if (asked.shard !== undefined) {
      throw new UsageError('A site is put together of all shards. Leave --shard to `build`.')
    }
    return runBuild({ ...asked, isAssembly: true }, options, terminal)
  },
}
