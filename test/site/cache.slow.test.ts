/** Every case of `cache.test.ts`. */
import './cache.test.ts'
