/**
 * Make micromark apply its edits in time that grows with what is edited, not with the page.
 *
 * `EditMap.consume` of micromark-util-edit-map 1.0.0 copies all events of the page each time that a quote
 * or a list ends, and at each underlined heading. This one leaves the events before the first edit where
 * they are; the result is the same. Remove it when a release does so (see micromark/micromark#169, which is about the same growth elsewhere).
 */
import { EditMap } from 'micromark-util-edit-map'

EditMap.prototype.consume = function (this: EditMap, events): undefined {
  const edits = this.map.toSorted(([a], [b]) => a - b)
  const [first] = edits
  if (!first) return
  const [start] = first
  const tail = events.splice(start)
  let done = 0
  for (const [index, remove, added] of edits) {
    for (; done < index - start; done++) push(tail[done])
    added.forEach(push)
    done = Math.max(done, index - start + remove)
  }
  for (; done < tail.length; done++) push(tail[done])
  this.map.length = 0
  this.index.clear()

  function push(event: (typeof events)[number] | undefined): void {
    if (event) events.push(event)
  }
}
