import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../../pipeline/calendar/local-time.ts'
import { securityContact, securityExpiry, securityFile } from '../../pipeline/site/security-contact.ts'
import { createRepository } from '../support/repository.ts'

const at = (text: string) => parseInstant(text) as number
const DAY = 86_400_000

// biome-ignore format: a table
test.each([
  [{ security: 'attt@haiphong.gov.vn', email: 'vp@haiphong.gov.vn' }, 'mailto:attt@haiphong.gov.vn', 'its own mailbox first'],
  [{ security: 'https://haiphong.gov.vn/bao-lo-hong' },               'https://haiphong.gov.vn/bao-lo-hong', 'or a page'],
  [{ email: 'vp@haiphong.gov.vn', phone: '0220 3838 838' },           'mailto:vp@haiphong.gov.vn',   'else the mailbox of the office'],
  [{ phone: '(0220) 3838.838' },                                      'tel:+842203838838',           'else its telephone, as other countries dial it'],
  [{ phone: '+84 220 3838 838' },                                     'tel:+842203838838',           'which may be written so already'],
  [{},                                                                undefined,                     'no contact, no file'],
] as [object, string | undefined, string][])('%j → %s: %s', (contacts, contact) => {
  const all = { responsible: 'Trưởng ban', address: 'Trụ sở', ...contacts }
  expect(securityContact(all)).toBe(contact)
  const file = securityFile({ contacts: all, baseUrl: null, languages: ['vi'] }, at('2026-11-20T09:00:00+07:00'))
  expect(file === undefined).toBe(contact === undefined)
})

describe('the day on which it expires', () => {
  // biome-ignore format: a table
  test.each([
    ['2026-11-20T09:00:00+07:00', '2027-09-01T00:00:00+07:00', 'the quarter began on 01/10; eleven months on'],
    ['2026-12-31T23:59:59+07:00', '2027-09-01T00:00:00+07:00', 'the last second of a quarter'],
    ['2027-01-01T00:00:00+07:00', '2027-12-01T00:00:00+07:00', 'the first second of the next'],
    ['2026-12-31T18:00:00Z',      '2027-12-01T00:00:00+07:00', 'counted in Vietnam'],
    ['2026-05-02T00:00:00+07:00', '2027-03-01T00:00:00+07:00', 'over the end of a year'],
  ] as const)('%s → %s: %s', (now, expires, _because) => {
    expect(securityExpiry(at(now))).toBe(expires)
  })
  test('always lies between eight months and a year ahead', () => {
    for (let now = at('2026-01-01T00:00:00+07:00'), n = 0; n < 800; n += 1, now += DAY) {
      const days = (at(securityExpiry(now)) - now) / DAY
      expect(days, formatInstant(now)).toBeGreaterThan(240)
      expect(days, formatInstant(now)).toBeLessThan(365)
    }
  })
})

describe('a portal', () => {
  test('with a contact has the file at the address that the standard fixes', async () => {
    const repository = createRepository({ sample: true })
    repository.edit(
      `${repository.folder}/cong.yaml`,
      'contacts:\n',
      'contacts:\n  security: attt@haiphong.gov.vn\n',
    )
    await repository.congbo(['build'])
    expect(repository.read('_site/thanh-dong/.well-known/security.txt')).toBe(
      'Contact: mailto:attt@haiphong.gov.vn\nExpires: 2027-09-01T00:00:00+07:00\nPreferred-Languages: vi\n' +
        'Canonical: https://thanhdong.haiphong.gov.vn/.well-known/security.txt\n',
    )
  })
  test('without one has none, and the check of a real portal says so', async () => {
    const repository = createRepository()
    repository.init()
    repository.edit(`${repository.folder}/cong.yaml`, /^ {2}phone: .*\n/m, '')
    repository.commit('2026-11-10T09:00:00+07:00')
    const NOW = ['--now', '2026-11-20T09:00:00+07:00']
    const { code, stdout } = await repository.congbo(['check', ...NOW])
    expect(code).toBe(0)
    expect(stdout).toMatch(/cong\.yaml:1:1 {2}cảnh báo {2}.*không có nơi báo lỗ hổng bảo mật[\s\S]*security/)
    await repository.congbo(['build', ...NOW])
    expect(repository.exists('_site/thanh-dong/.well-known/security.txt')).toBe(false)
  })
  // biome-ignore format: a table
  test.each([
    ['attt',                       'no address'],
    ['http://haiphong.gov.vn/bao', 'a page without https'],
    ['https://a@evil.example/',    'a user name before the host'],
    ['"a@b.vn\\nContact: x"',      'a second line'],
  ])('contacts.security: %s is refused (%s)', async (value) => {
    const repository = createRepository({ sample: true })
    repository.edit(`${repository.folder}/cong.yaml`, 'contacts:\n', `contacts:\n  security: ${value}\n`)
    const { code, stdout } = await repository.congbo(['check'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/cong\.yaml:\d+:\d+ .*security/)
  })
})
