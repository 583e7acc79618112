/** Each page changed three times, where `languages.test.ts` changes it once. */
import './languages.test.ts'
