/** All pages, changed again and again, where `drift.test.ts` takes some of them once. */
import './drift.test.ts'
