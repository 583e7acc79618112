/** Every edit of `warm-build.test.ts`. */
import './warm-build.test.ts'
