/** No damaged file makes a reader throw, and each of its problems has a place and a rule: every second reader. */
import { testReaders } from './test-readers.ts'

testReaders((index) => index % 2 === 0)
