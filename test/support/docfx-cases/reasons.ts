/** Cases of docfx in which a page of ours says something else on purpose, and why; called `<area>/<name>`. */
export const reasons: Readonly<Record<string, string>> = {
  'General/TestDfm_EncodeInStrongEM':
    'a tag that HTML does not have, such as `<your-domain>`, was meant as text: it is shown and reported',
  'v3/resolve/Show warning if the link points to absolute file path':
    'a link to a file of the writer’s own machine leads nowhere; an empty address would lead to the page itself',
  'General/TestDfm_TaskList_ExtensionEnabled':
    '`[ ]` in the middle of an item is text: a box there could not be named, nor ticked',
  'Inclusion/TestInlineLevelInclusion_Block':
    'lines of a file in a sentence have a space between them: docfx makes one word of the last and the first',
  'Inclusion/TestInclusion_InlineLevel':
    'an include that would include itself is shown as typed, its title, too',
  'v3/moniker/Define uid with moniker range, refer to it with valid moniker in the same docset':
    'docfx 3’s `routes` put two files at one address, one for each version; `docfx.json` has no `routes`, and here each file has an address of its own',
  'v3/moniker/Define same uid with multiple moniker ranges with same name, / reference to it without moniker in the same docset, anyone can be taken':
    'docfx 3’s `routes` put two files at one address, one for each version; `docfx.json` has no `routes`, and here each file has an address of its own',
  'v3/xref/Unknown xrefs are output as is with a warning':
    'readers see the last part of the name, not the markup; the author is told',
  'v3/xref/Define uid in SDP / Resolve xref with display property in conceptual document / Resolve xref with non-existing display property, display name':
    'the uid is in JSON data whose form only a template of Microsoft’s describes; no page is made of it',
}
