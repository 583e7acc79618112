/** Every name; `npm test` takes one. */
import './odd-paths.test.ts'
