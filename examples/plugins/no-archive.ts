/** `search`: old pages stay where they are, and are not found any more. */
import type { PasserellePlugin } from 'passerelle'

export const noArchive: PasserellePlugin = {
  name: 'no-archive',
  hooks: {
    search(record) {
      return record.url.includes('/archive/') ? undefined : record
    },
  },
}
