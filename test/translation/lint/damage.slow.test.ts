/** Every page of our guides with every damage, where `damage.test.ts` takes a few pages for each. */
import './damage.test.ts'
