/**
 * What scripts add to every page, in one file: browsers keep it from page to page, and one file is
 * smaller than many. Each module does nothing on a page without its elements.
 */
import '#src/components/menu/menu.client.ts'
import '#src/components/language-switch/language-switch.client.ts'
import '#src/components/theme-switch/theme-switch.client.ts'
import '#src/components/search/search.client.ts'
import '#src/components/navigation/navigation.client.ts'
import '#src/components/contents/contents.client.ts'
import '#src/components/copy-link/place.client.ts'
import '#src/components/scrollable/scrollable.client.ts'
