/**
 * The elements that HTML has, those of its past too, to distinguish them from placeholders such
 * as `<your-domain>`; see https://html.spec.whatwg.org/#elements-3 and #non-conforming-features.
 */

const setOf = (text: string) => new Set(text.split(' '))

export const htmlElements: ReadonlySet<string> = setOf(
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt element em embed fencedframe fieldset figcaption figure font footer form frame frameset geolocation h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp',
)

const media = setOf(
  'applet area audio bgsound canvas embed fencedframe frame frameset iframe image map noembed noframes object param picture portal source svg track video',
)
const forms = setOf(
  'button command datalist dialog fieldset form input isindex keygen label legend meter optgroup option output progress search select selectedcontent textarea',
)
const code = setOf('base link meta noscript script slot style template title head html body')

/** What to write instead of an element of HTML that is not shown. */
export function replacementAdvice(name: string): string {
  if (media.has(name)) return 'Link to what it shows: `[text](address)`.'
  if (forms.has(name)) return 'Pages have no forms: describe what readers do.'
  if (code.has(name)) return 'Pages hold text only: delete it.'
  if (name === 'math') return 'Write the formula as text, or as code.'
  return 'The text in it is: delete the tags.'
}
