/** All seeds. */
import './memory.test.ts'
