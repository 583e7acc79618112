/** The same as `readers.slow.test.ts` for the other half, so that both run at the same time. */
import { testReaders } from './test-readers.ts'

testReaders((index) => index % 2 === 1)
