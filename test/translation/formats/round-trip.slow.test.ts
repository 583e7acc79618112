/** All pages of the docsets, where `round-trip.test.ts` translates some of them. */
import './round-trip.test.ts'
