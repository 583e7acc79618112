/** Who has asked what: after a change, only those are looked at whose questions it may have answered otherwise. */
import { type LookUp, type Questions, summaryOf } from './trace.ts'

interface Asked {
  question: LookUp
  /** Summary of the answer that all who asked have got. */
  answer: string
  by: Set<string>
}

/** No summary: those who have got different answers are all looked at again. */
const unlike = '\0'

export interface AskIndex {
  /** Write down what somebody has asked. */
  add: (name: string, questions: Questions) => void
  /** The kinds of all questions. */
  kinds: () => string[]
  /** All questions of a kind. */
  ofKind: (kind: string) => LookUp[]
  /**
   * Those who have asked one of these questions and would get another answer now. They are forgotten, until they are
   * added with what they have asked since.
   */
  takeStale: (
    questions: Iterable<LookUp>,
    answerOf: (question: LookUp) => unknown,
  ) => Promise<string[]>
}

export function askIndex(): AskIndex {
  const kinds = new Map<string, Map<string, Asked>>()
  const asked = new Map<string, Questions>()
  const find = (question: LookUp) => kinds.get(question[0])?.get(keyOf(question))

  const remove = (name: string) => {
    for (const [question] of asked.get(name) ?? []) {
      const known = find(question)
      known?.by.delete(name)
      if (known?.by.size === 0) kinds.get(question[0])?.delete(keyOf(question))
    }
    asked.delete(name)
  }

  return {
    add(name, questions) {
      remove(name)
      asked.set(name, questions)
      for (const [question, answer] of questions) {
        const ofKind = kinds.get(question[0]) ?? new Map<string, Asked>()
        kinds.set(question[0], ofKind)
        const key = keyOf(question)
        const known = ofKind.get(key) ?? { question, answer, by: new Set() }
        known.by.add(name)
        if (known.answer !== answer) known.answer = unlike
        ofKind.set(key, known)
      }
    },
    kinds: () => [...kinds.keys()],
    ofKind: (kind) => [...(kinds.get(kind)?.values() ?? [])].map(({ question }) => question),
    async takeStale(questions, answerOf) {
      const stale = new Set<string>()
      for (const question of questions) {
        const known = find(question)
        if (!known) continue
        const answer = answerOf(question)
        if (summaryOf(answer instanceof Promise ? await answer : answer) === known.answer) continue
        for (const name of known.by) stale.add(name)
      }
      for (const name of stale) remove(name)
      return [...stale]
    },
  }
}

function keyOf(question: LookUp): string {
  return question.join('\0')
}
