import { dayOf, type Instant, parseInstant, vietnameseInstant, yearOf } from '../calendar/local-time.ts'
import type { GoBo } from '../contract/types.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import { problemAt, type RecordProblem } from './problem.ts'
import { gapBefore, misplaced, privateData, unknownMember } from './record-problems.ts'
import type { RecordFacts } from './refusals.ts'
import type { Filed } from './register-files.ts'

/** What became of an article that was to be taken down, and what is left to do. */
export type TakedownState =
  | { readonly state: 'gone' }
  | { readonly state: 'put-back' }
  /** The record is there, and so is the article. */
  | { readonly state: 'still-there' }
  /** It was decided to put it back, and it is not there. */
  | { readonly state: 'to-put-back' }
  /** Neither the tree nor the history knows it. */
  | { readonly state: 'never-published' }

/** What is known of articles; the history is asked only where all of it was read. */
export type Articles = {
  readonly present: (path: string) => boolean
  readonly published: ((path: string) => boolean) | undefined
}

export function takedownState({ path, putBackAt }: GoBo, { present, published }: Articles): TakedownState {
  if (present(path)) return { state: putBackAt === undefined ? 'still-there' : 'put-back' }
  if (published && !published(path)) return { state: 'never-published' }
  return { state: putBackAt === undefined ? 'gone' : 'to-put-back' }
}

/** What a takedown rests on: the regulation's clause, or that it has none. */
export const takedownLaw = (regulation: Regulation): string =>
  regulation.law.takedown
    ? groundOf(regulation, regulation.law.takedown)
    : 'Giả định: Quy chế không có khoản về gỡ bài; lý do ghi bằng lời, Ban biên tập chịu trách nhiệm'

/** The problems of a record of a takedown, by itself, among the others, and against the articles that are there. */
export function takedownProblems(
  record: Filed<GoBo>,
  records: readonly Filed<GoBo>[],
  facts: RecordFacts & { readonly articles: Articles },
): RecordProblem[] {
  const { value } = record
  const at = parseInstant(value.takenDownAt) as Instant
  return [
    ...misplaced(record, value, { key: 'takenDownAt', year: yearOf(dayOf(at)) }),
    ...gapBefore(record, records),
    ...groundProblems(value, facts.regulation),
    ...unknownMember(facts.roster, 'by', value.by),
    ...unknownMember(facts.roster, 'decidedBy', value.decidedBy),
    ...orderProblems(value, facts.now),
    ...privateData({ title: value.title, ground: value.ground, remarks: value.remarks }),
    ...stateProblems(value, records, facts.articles),
  ]
}

function groundProblems({ ground }: GoBo, { law }: Regulation): RecordProblem[] {
  const grounds = law.takedown?.grounds ?? []
  return grounds.length === 0 || grounds.includes(ground)
    ? []
    : [
        problemAt(
          'ground',
          `Quy chế không có lý do gỡ «${ground}»`,
          `ghi đúng một trong: ${grounds.map((each) => `«${each}»`).join('; ')}`,
        ),
      ]
}

function orderProblems({ takenDownAt, putBackAt }: GoBo, now: Instant): RecordProblem[] {
  const down = parseInstant(takenDownAt) as Instant
  const back = putBackAt === undefined ? undefined : (parseInstant(putBackAt) as Instant)
  return [
    ...(down > now
      ? [problemAt('takenDownAt', `Lúc gỡ ${vietnameseInstant(down)} chưa tới`, 'ghi thời điểm thật')]
      : []),
    ...(back !== undefined && (back <= down || back > now)
      ? [problemAt('putBackAt', 'Lúc đăng lại phải sau lúc gỡ và đã tới', 'ghi thời điểm thật')]
      : []),
  ]
}

/** Of several records of one article the last speaks of the tree. */
function stateProblems(value: GoBo, records: readonly Filed<GoBo>[], articles: Articles): RecordProblem[] {
  const last = records.findLast((each) => each.value.path === value.path)
  const { state } = takedownState(value, articles)
  if (state === 'never-published')
    return [
      problemAt(
        'path',
        `Cổng chưa từng có bài ${value.path}`,
        'sửa đường dẫn như lúc bài được công bố; bài chưa công bố thì không ghi sổ này',
      ),
    ]
  if (last !== undefined && last.value !== value) return []
  if (state === 'still-there')
    return [
      problemAt(
        'path',
        `Sổ ghi đã gỡ nhưng bài ${value.path} vẫn còn`,
        'xóa tệp bài trong cùng yêu cầu gộp; nếu đã quyết định đăng lại thì ghi putBackAt',
      ),
    ]
  return state === 'to-put-back'
    ? [
        {
          ...problemAt(
            'putBackAt',
            `Đã quyết định đăng lại nhưng chưa có bài ${value.path}`,
            `lấy lại tệp từ lịch sử Git: git log --diff-filter=D -- <tệp>, rồi git checkout <commit>^ -- <tệp>`,
          ),
          severity: 'warning',
        },
      ]
    : []
}
