/** Which pictures a page can show, by the names of their files. */
import { expect, test } from 'vitest'
import { isImageName } from '#src/docsets/image-names.ts'

test.each(['p.png', 'P.PNG', 'p.jpg', 'p.jpeg', 'p.svg', 'p.tif', 'p.avif'])(
  'a page can show %s',
  (name) => {
    expect(isImageName(name)).toBe(true)
  },
)

// Astro would end the whole build with "Failed to parse image reference".
test.each(['p.apng', 'P.APNG', 'p.bmp', 'p.ico', 'png', 'p.png.txt'])(
  'a page cannot show %s',
  (name) => {
    expect(isImageName(name)).toBe(false)
  },
)
