import { openIndex } from './search-index.js'
import { resultItem } from './search-result.js'
import { answerInWords } from './search-words.js'

/** The search page: what is asked stands in the address, so that it can be sent, kept and gone back to. */

const PAGE_SIZE = 10
const ORDER = 'xep'
const NEWEST = 'moi'

/** @template {Element} T @param {new () => T} type @param {string} id @returns {T} */
function element(type, id) {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`#${id} is missing`)
  return found
}

const form = element(HTMLFormElement, 'tim')
const field = element(HTMLInputElement, 'tim-tu-khoa')
const filters = element(HTMLElement, 'tim-loc')
const order = element(HTMLSelectElement, 'tim-xep')
const clear = element(HTMLButtonElement, 'tim-bo-loc')
const status = element(HTMLElement, 'tim-trang-thai')
const list = element(HTMLOListElement, 'tim-ket-qua')
const more = element(HTMLButtonElement, 'tim-them')
const again = element(HTMLButtonElement, 'tim-lai')
const help = element(HTMLElement, 'tim-goi-y')
const boxes = [...filters.querySelectorAll('input')]

/** The folder of this page, where the index lies, and the root of the portal above it. */
const folder = new URL('./', new URL(form.getAttribute('action') ?? '', document.baseURI)).href
const root = new URL('../', folder).href

/** @typedef {{ query: string, choices: Record<string, string[]>, newest: boolean }} Asked */

/** @type {Promise<Awaited<ReturnType<typeof openIndex>>> | undefined} */
let index
/** The latest question; an answer to an older one is not shown. */
let asking = 0
/** @type {Pick<import('./search-answer.js').Answer, 'results' | 'phrases'>} */
let shown = { results: [], phrases: [] }

/** @returns {Asked} */
function askedInForm() {
  /** @type {Record<string, string[]>} */
  const choices = {}
  for (const { name, value, checked } of boxes) if (checked) choices[name] = [...(choices[name] ?? []), value]
  return { query: field.value.trim(), choices, newest: order.value === NEWEST }
}

function fillFromAddress() {
  const asked = new URLSearchParams(location.search)
  field.value = asked.get('q') ?? ''
  order.value = asked.get(ORDER) === NEWEST ? NEWEST : ''
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value)
  for (const group of filters.querySelectorAll('details'))
    group.open = group.open || group.querySelector('input:checked') !== null
}

/** @param {Asked} asked */
function addressOf({ query, choices, newest }) {
  const parameters = new URLSearchParams(query === '' ? {} : { q: query })
  for (const [name, values] of Object.entries(choices))
    for (const value of values) parameters.append(name, value)
  if (newest) parameters.set(ORDER, NEWEST)
  const text = parameters.toString()
  return text === '' ? location.pathname : `${location.pathname}?${text}`
}

/** Asks what the form says, and writes it into the address. */
function ask() {
  const address = addressOf(askedInForm())
  if (address !== location.pathname + location.search) history.pushState(null, '', address)
  return answer()
}

async function answer() {
  asking += 1
  const mine = asking
  const asked = askedInForm()
  const chosen = Object.keys(asked.choices).length > 0
  clear.hidden = !chosen
  if (asked.query === '' && !chosen) return showNothing()
  showLoading()
  try {
    index ??= openIndex(folder)
    const found = await (await index).search(asked)
    if (mine === asking) await showAnswer(found, asked)
  } catch (error) {
    console.error(error)
    index = undefined
    if (mine === asking) showFailure()
  }
}

function showNothing() {
  shown = { results: [], phrases: [] }
  list.replaceChildren()
  showOnly(undefined)
  status.textContent = ''
}

function showLoading() {
  list.setAttribute('aria-busy', 'true')
  showOnly(undefined)
  status.textContent = 'Đang tìm…'
}

function showFailure() {
  list.replaceChildren()
  list.removeAttribute('aria-busy')
  showOnly(again)
  status.textContent =
    'Chưa tìm được: không tải được chỉ mục tìm kiếm. Xin thử lại, hoặc xem theo các danh mục bên dưới.'
}

/** @param {HTMLElement | undefined} one of those that are not always there */
function showOnly(one) {
  for (const each of [more, again, help]) each.hidden = each !== one
}

/**
 * @param {import('./search-answer.js').Answer} found
 * @param {Asked} asked
 */
async function showAnswer(found, asked) {
  shown = found
  const items = await itemsFrom(0)
  list.replaceChildren(...items)
  list.removeAttribute('aria-busy')
  showCounts(found.counts)
  showOnly(found.results.length === 0 ? help : found.results.length > items.length ? more : undefined)
  status.textContent = answerInWords(found, asked.query)
}

/** @param {number} start */
const itemsFrom = async (start) =>
  Promise.all(
    shown.results
      .slice(start, start + PAGE_SIZE)
      .map(async ({ data, values }) =>
        resultItem(await data(), { values, phrases: shown.phrases, root, nameOf }),
      ),
  )

/** The name of a value, as the filter has it. @param {string} name @param {string | undefined} value */
function nameOf(name, value) {
  const box = boxes.find((each) => each.name === name && each.value === value)
  return box?.dataset.name
}

/** @param {import('./search-answer.js').Answer['counts']} counts */
function showCounts(counts) {
  for (const box of boxes) {
    const count = box.parentElement?.querySelector('.count')
    if (count) count.textContent = `(${counts[box.name]?.[box.value] ?? 0})`
  }
}

/** The first of the new results takes the focus, so that a keyboard goes on from there. */
async function showMore() {
  const start = list.children.length
  more.disabled = true
  try {
    const items = await itemsFrom(start)
    list.append(...items)
    items[0]?.querySelector('a')?.focus()
    status.textContent = `Đang xem ${list.children.length} trong ${shown.results.length} kết quả.`
    more.hidden = list.children.length >= shown.results.length
  } catch (error) {
    console.error(error)
    status.textContent = 'Chưa tải thêm được. Xin bấm lại.'
  }
  more.disabled = false
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask()
})
filters.addEventListener('change', () => ask())
more.addEventListener('click', () => showMore())
again.addEventListener('click', () => {
  field.focus()
  answer()
})
clear.addEventListener('click', () => {
  for (const box of boxes) box.checked = false
  field.focus()
  ask()
})
addEventListener('popstate', () => {
  fillFromAddress()
  answer()
})

fillFromAddress()
answer()
