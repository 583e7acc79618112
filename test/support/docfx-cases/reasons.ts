/** Cases of docfx in which a page of ours says something else on purpose, and why; called `<area>/<name>`. */
export const reasons: Readonly<Record<string, string>> = {
  'General/TestDfm_EncodeInStrongEM':
    'a tag that HTML does not have, such as `<your-domain>`, was meant as text: it is shown and reported',
  'v3/markdown/`", \'` should be properly escaped when written in html directly':
    'an address that runs script is taken out',
  'MediaLinks/MediaLinksTest_Default':
    'a video of another site is a link: nothing is asked of other sites before the reader wants it',
  'v3/resolve/Show warning if the link points to absolute file path':
    'a link to a file of the writer’s own machine leads nowhere; an empty address would lead to the page itself',
  'PipeTable/PipeTableTest_Custom':
    'a cell beyond the header is shown, with the extension `gfm-pipetables` too: no words are left out',
  'CodeSnippet/TestFencesBlockLevelWithQueryString#4':
    'the file has no empty line between its lines of code; docfx’s own test leaves empty lines out on both sides',
}
