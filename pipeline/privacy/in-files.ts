import type { PersonalDataKind } from './personal-data.ts'

/** Personal data of several people in a paper: what kind, and how many different ones. */
export type PersonsData = { readonly kind: PersonalDataKind; readonly count: number }

/** A paper tells of people where it has a column of them; one number alone may be anything. */
const LEAST = 3

/** A number of a citizen: a province (001 to 096), sex and century (0 to 3), a year, six digits. */
const CITIZEN = /(?<![\d.,/-])0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}(?![\d/-]|[.,]\d)/g
const NINE = /(?<![\d.,/-])\d{9}(?![\d/-]|[.,]\d)/g
const ACCOUNT = /(?<![\d.,/-])\d{8,15}(?![\d/-]|[.,]\d)/g
const MOBILE = /(?<![\d.,/-])0[35789]\d{2}[ .]?\d{3}[ .]?\d{3}(?![\d/-]|[.,]\d)/g
const DAY = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19[2-9]\d|20[01]\d|202\d)(?!\d)/g

const CITIZEN_WORDS = /cccd|căn cước|định danh cá nhân|số định danh/i
const OLD_WORDS = /cmnd|cmtnd|chứng minh (?:nhân dân|thư)/i
const ACCOUNT_WORDS = /số tài khoản|số tk(?!\p{L})|stk(?!\p{L})/iu
/** Whom a list is about, at the head of one of its columns. */
const NAMES = /họ (?:và |, ?|chữ đệm,? (?:và )?)?tên/i
const BORN = /ngày(?:,? ?tháng,? ?năm)? sinh|sinh ngày|ngày\/tháng\/năm sinh/i
const HOME = /nơi ở|chỗ ở|thường trú|tạm trú|hộ khẩu|nơi cư trú|số nhà/i
/** Those who hold an office or stand for one; a list of them is there to be read. */
const OFFICE = /chức vụ|chức danh|ứng cử|đại biểu|trực ban|đường dây nóng|cán bộ phụ trách|lịch trực|danh bạ/i
/** An account of these is there to be paid into. */
const FUND =
  /kho bạc|ngân sách|đơn vị thụ hưởng|(?<!\p{L})quỹ(?!\p{L})|mặt trận|ban vận động|công ty|trường|bệnh viện/iu

const different = (text: string, pattern: RegExp): number =>
  new Set((text.match(pattern) ?? []).map((each) => each.replace(/\D/g, ''))).size

/**
 * Personal data in the text of an attached paper, each kind once. Only lists count: columns of numbers of citizens, of accounts beside
 * names, of days of birth, of mobile numbers of people whose homes or births stand beside. The telephones of an office are no finding.
 *
 * @param text in lines, in NFC; a cell of a table is a line
 */
export function personsIn(text: string): PersonsData[] {
  const isList = NAMES.test(text)
  const isOfOffice = OFFICE.test(text)
  const found: PersonsData[] = [
    { kind: 'citizen-id', count: CITIZEN_WORDS.test(text) ? different(text, CITIZEN) : 0 },
    { kind: 'old-id', count: OLD_WORDS.test(text) && isList ? different(text, NINE) : 0 },
    {
      kind: 'bank-account',
      count: ACCOUNT_WORDS.test(text) && isList && !FUND.test(text) ? accounts(text) : 0,
    },
    { kind: 'birth-date', count: BORN.test(text) && isList && !isOfOffice ? different(text, DAY) : 0 },
  ]
  const told = found.filter(({ count }) => count >= LEAST)
  const ofPeople = told.length > 0 || (isList && HOME.test(text))
  const mobiles = ofPeople && !isOfOffice ? different(text, MOBILE) : 0
  return mobiles >= LEAST ? [...told, { kind: 'phone', count: mobiles }] : told
}

/** Numbers of citizens and mobile telephones have the length of an account too. */
const accounts = (text: string): number =>
  different(text, ACCOUNT) - different(text, CITIZEN) - different(text, MOBILE)
