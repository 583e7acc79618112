/** Cases of docfx in which a page of ours says something else on purpose, and why; called `<area>/<name>`. */
export const reasons: Readonly<Record<string, string>> = {
  'General/TestDfm_EncodeInStrongEM':
    'an unknown tag, such as `<your-domain>`, was meant as text: it is shown and reported',
  'v3/resolve/Show warning if the link points to absolute file path':
    'a link to a file on the writer’s machine leads nowhere; an empty address would lead to the page itself',
  'General/TestDfm_TaskList_ExtensionEnabled':
    '`[ ]` in the middle of an item is text: a checkbox there would have no label and could not be ticked',
  'Inclusion/TestInlineLevelInclusion_Block':
    'lines of a file that is included in a sentence are joined with a space; docfx joins the last and the first word',
  'Inclusion/TestInclusion_InlineLevel': 'a circular include is shown as typed, its title included',
  'v3/moniker/Define uid with moniker range, refer to it with valid moniker in the same docset':
    'docfx 3’s `routes` publish two files at one address, one for each version; `docfx.json` has no `routes`, so here each file has its own address',
  'v3/moniker/Define same uid with multiple moniker ranges with same name, / reference to it without moniker in the same docset, anyone can be taken':
    'docfx 3’s `routes` publish two files at one address, one for each version; `docfx.json` has no `routes`, so here each file has its own address',
  'v3/xref/Unknown xrefs are output as is with a warning':
    'readers see the last part of the name, not the markup; the author gets a warning',
  'v3/xref/Define uid in SDP / Resolve xref with display property in conceptual document / Resolve xref with non-existing display property, display name':
    'the uid is in JSON data that only a Microsoft template can read; it is not a page',
}
