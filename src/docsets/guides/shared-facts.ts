/** Front matter that a page shares with its translations: draft, image, reviews. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { ReadContext } from '../context.ts'
import { frontMatterText } from '../front-matter-text.ts'
import { isVectorName } from '../image-names.ts'
import type { GuidePage, PageReview, StepReview } from '../page.ts'
import { resolveImage } from '../resolve-image.ts'
import { type DueReview, readReviews } from '../review.ts'
import { placeOf } from '../source-position.ts'
import { draftProblems, isDraft } from './drafts.ts'
import type { GuideFile } from './read-file.ts'

const problem = defineProblems('files', {
  'front-matter-image': (image: string) => ({
    severity: 'error',
    reason: `\`image: ${image}\` is a drawing, which other sites do not show. Name a PNG, JPEG or WebP file.`,
  }),
})

/** Facts that translations take from their source page. */
export interface SharedFacts {
  isDraft: boolean
  image?: GuidePage['image']
  review?: PageReview
  stepReviews?: readonly StepReview[]
}

/**
 * The shared facts of a page: those of its source page for a translation, which may have an image and reviews of its
 * own.
 *
 * @param original - The facts of its source page; absent for a source page.
 */
export function sharedFacts(
  context: ReadContext,
  guide: GuideFile,
  original: SharedFacts | undefined,
): { shared: SharedFacts; due: readonly DueReview[]; messages: VFileMessage[] } {
  const { name, text, frontMatter } = guide
  const reviews = readReviews(
    frontMatter,
    { text, path: name },
    stepsOf(guide).map(({ id }) => id),
  )
  const { image: ownImage, messages: imageMessages } = readImage(context, guide)
  const image = ownImage ?? original?.image
  const review = reviews.page ?? original?.review
  const stepReviews = reviews.steps.length ? reviews.steps : original?.stepReviews
  return {
    shared: {
      isDraft: original?.isDraft ?? isDraft(frontMatter),
      ...(image && { image }),
      ...(review && { review }),
      ...(stepReviews && { stepReviews }),
    },
    due: reviews.due,
    messages: [
      ...draftProblems(frontMatter, guide, original !== undefined),
      ...imageMessages,
      ...reviews.messages,
    ],
  }
}

/** The shared facts as the page shows them, with the titles of its own steps. */
export function pageParts(
  { isDraft: draft, image, review, stepReviews = [] }: SharedFacts,
  guide: GuideFile,
): Pick<GuidePage, 'isDraft' | 'image' | 'review' | 'stepReviews'> {
  const titles = new Map(stepsOf(guide).map(({ id, title }) => [id, title]))
  const steps = stepReviews.flatMap((item) => {
    const title = titles.get(item.id)
    return title === undefined ? [] : [{ ...item, title }]
  })
  return {
    ...(draft && { isDraft: true }),
    ...(image && { image }),
    ...(review && { review }),
    ...(steps.length && { stepReviews: steps }),
  }
}

function stepsOf({ file }: GuideFile) {
  return (file.data.procedures ?? []).flatMap(({ steps }) => steps)
}

function readImage(
  context: ReadContext,
  { index, locale, source, name, text, frontMatter }: GuideFile,
): { image?: GuidePage['image']; messages: readonly VFileMessage[] } {
  const named = frontMatterText(frontMatter, 'image', { text, path: name })
  const place = { index, locale, path: source.path }
  const found = named.value ? resolveImage(named.value, place, context) : {}
  const isDrawing = found.file && isVectorName(found.file.path)
  const fault = isDrawing ? problem('front-matter-image', named.value ?? '') : found.problem
  const file = isDrawing ? undefined : found.file
  const messages = fault ? [problemAt(name, fault, placeOf(text, 'image:'))] : []
  return {
    ...(file && { image: { locale: file.locale, path: file.path } }),
    messages: [...named.messages, ...messages],
  }
}
