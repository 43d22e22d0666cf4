import { RULESET_NAME } from './desired.ts'
import { BRANCH, type Drift, type Expectation, OTHERS, type Protection, RULES_PAGE } from './expectations.ts'

/** How the forge differs from what should be, in the order of weight; empty where it does not. */
export function driftOf(protection: Protection): readonly Drift[] {
  if (protection.ruleset === undefined) return [NO_RULESET, ...unmet(protection, OTHERS)]
  return unmet(protection, [...BRANCH, ...OTHERS])
}

const unmet = (protection: Protection, expectations: readonly Expectation[]): readonly Drift[] =>
  expectations.flatMap(({ read, met, ...rest }) => {
    const is = read(protection)
    return met(is) ? [] : [{ ...rest, is: inWords(is) }]
  })

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'chưa đặt, hoặc mã truy cập không được xem'
  if (value === true) return 'bật'
  if (value === false) return 'tắt'
  if (Array.isArray(value))
    return value.length === 0 ? 'không có' : value.map((each) => asText(each)).join(', ')
  return String(value)
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const NO_RULESET: Drift = {
  part: 'ruleset',
  setting: `Quy tắc nhánh «${RULESET_NAME}»`,
  is: 'không có',
  shouldBe: 'có, áp dụng cho nhánh mặc định',
  why: 'ai có quyền ghi cũng đăng thẳng lên cổng được, không cần người duyệt',
  where: RULES_PAGE,
}
