/**
 * What scripts add to every page, in one file: browsers keep it from page to page, and one file is
 * smaller than many. Each module does nothing on a page without its elements.
 */
import '#src/components/menu.client.ts'
import '#src/components/language-select/language-select.client.ts'
import '#src/components/theme-select/theme-select.client.ts'
import '#src/components/search/search.client.ts'
import '#src/components/sidebar/sidebar.client.ts'
import '#src/components/table-of-contents/table-of-contents.client.ts'
import '#src/components/copy-link/place.client.ts'
import '#src/components/on-demand.client.ts'
import '#src/components/scrollable.client.ts'
