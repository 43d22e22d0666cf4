import type { Ports } from '../adapters/ports.ts'
import { formatDay, formatInstant } from '../calendar/local-time.ts'
import { printable } from '../diagnostics/format-text.ts'
import { registerYear } from '../questions/register.ts'
import { ageInDays, QUESTION_STATES, type QuestionState, questionState } from '../questions/state.ts'
import { dueWords, holderOf, nextStep, STATE_WORDS, stateWords } from '../questions/words.ts'
import { groundOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { type Office, openOffice, type Question, questionsOf } from './question-file.ts'
import type { QuestionOptions } from './questions.ts'

type Row = { readonly question: Question; readonly state: QuestionState }

/** The register of a portal: every question with its number, how it stands, by when, and with whom. */
export async function listQuestions(
  ports: Ports,
  id: string | undefined,
  options: QuestionOptions,
): Promise<ExitCode> {
  const wanted = readState(options.state)
  const office = await openOffice(ports, id, options.now)
  if (!office) return EXIT.cannotRun
  const { regulation, calendar } = office.open.portal
  const { questions, unreadable } = questionsOf(ports, office)
  const rows = questions
    .map((question) => ({
      question,
      state: questionState({ regulation, calendar, front: question.front, now: office.open.now }),
    }))
    .filter(({ state }) => wanted === undefined || state.state === wanted)
    .sort((a, b) => orderOf(a) - orderOf(b))
  if (options.json) ports.out(JSON.stringify(toJson(office, rows), null, 2))
  else print(ports, office, rows, wanted)
  for (const file of unreadable) ports.err(`Không đọc được ${file}: chạy congbo check ${file}`)
  return unreadable.length > 0 ? EXIT.problems : EXIT.ok
}

function readState(text: string | undefined): QuestionState['state'] | undefined {
  const found = QUESTION_STATES.find((each) => each === text)
  if (text === undefined || found) return found
  throw new UsageError(
    `--state: không có tình trạng \`${text}\`; có: ${QUESTION_STATES.map((each) => `${each} (${STATE_WORDS[each]})`).join(', ')}`,
  )
}

const orderOf = ({ question: { path, front } }: Row): number =>
  Number(registerYear(path)) * 100_000 + (front.number ?? 99_999)

const COLOUR: Partial<Record<QuestionState['state'], 'red' | 'yellow' | 'green'>> = {
  overdue: 'red',
  'very-late': 'red',
  answered: 'green',
  'out-of-competence': 'green',
}

function print(
  ports: Ports,
  { open: { portal, now } }: Office,
  rows: readonly Row[],
  wanted: QuestionState['state'] | undefined,
): void {
  const paint = paintFor(ports)
  for (const { question, state } of rows) {
    const { path, front } = question
    const facts = { ...portal, front, now }
    const number = `${front.number ?? '?'}/${registerYear(path)}`.padStart(7)
    const words = paint(COLOUR[state.state] ?? 'yellow', stateWords(state).padEnd(16))
    ports.out(`${number}  ${words}  ${printable(front.title)}`)
    const details = [
      portal.folder + path,
      ...(state.at === undefined && holderOf(state.stage)
        ? [`đang ở: ${labelOf(portal.roster, holderOf(state.stage) ?? '')}`]
        : []),
      ...[dueWords(state, facts)].flatMap((due) => (due ? [`hạn: ${due}`] : [])),
      ...(state.at === undefined ? [`việc tiếp theo: ${nextStep(state, facts)}`] : []),
    ]
    for (const each of details) ports.out(`         ${paint('dim', printable(each))}`)
  }
  if (rows.length === 0)
    ports.out(wanted ? `Không có câu hỏi nào «${STATE_WORDS[wanted]}».` : 'Sổ tiếp nhận chưa có câu hỏi nào.')
}

const toJson = ({ open: { portal, now } }: Office, rows: readonly Row[]) => ({
  portal: portal.id,
  now: formatInstant(now),
  questions: rows.map(({ question: { path, front }, state }) => ({
    number: front.number ?? null,
    year: Number(registerYear(path)),
    file: portal.folder + path,
    title: front.title,
    state: state.state,
    received: front.receivedDate ?? null,
    ageDays: ageInDays(front, now) ?? null,
    ...timesOf(state, portal.regulation),
    holder: state.at === undefined ? (holderOf(state.stage) ?? null) : null,
  })),
})

function timesOf(state: QuestionState, regulation: Office['open']['portal']['regulation']) {
  const limited =
    'due' in state ? state : state.at === undefined && state.time.limit === 'set' ? state.time : undefined
  return {
    closed: state.at === undefined ? null : formatInstant(state.at),
    punctuality: state.at === undefined ? null : state.punctuality,
    due: limited ? formatDay(limited.due.day) : null,
    ground: limited ? groundOf(regulation, limited.deadline) : null,
    atRisk: limited !== undefined && 'atRisk' in limited && limited.atRisk,
  }
}
