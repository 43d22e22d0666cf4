import { describe, expect, test } from 'vitest'
import { linkType, parseMarkdown, renderMarkdown } from '../../pipeline/documents/markdown.ts'

// biome-ignore format: a table
const LINKS = [
  // href,                                        type,        because
  ['https://haiphong.gov.vn',                     'external',  'a host'],
  ['https://haiphong.gov.vn/tin?id=1#muc',        'external',  'path, query, anchor'],
  ['http://thanhdong.haiphong.gov.vn',            'external',  'the address that a regulation itself states'],
  ['HTTPS://HAIPHONG.GOV.VN/',                    'external',  'schemes and hosts know no case'],
  ['https://haiphong.gov.vn:8443/',               'external',  'a port'],
  ['https://haiphong.gov.vn/?thu=a@b.vn',         'external',  'an @ behind the host is no user name'],
  ['https://xn--hi-phng-0wa.vn/',                 'external',  'punycode shows itself; whether it is right, the approver judges'],
  ['mailto:vanthu@example.gov.vn',                'external',  'mail'],
  ['tel:+842203000000',                           'external',  'telephone'],
  ['tel:0220 300 0000',                           'external',  'telephone with spaces'],
  ['../../kinh-te/2026/bai.md',                   'relative',  'a document of the portal'],
  ['bai.md#ket-qua',                              'relative',  'an anchor of another document'],
  ['#ket-qua',                                    'relative',  'an anchor of this document'],
  ['?trang=2',                                    'relative',  'a query alone stays on the page'],
  ['anh.png',                                     'relative',  'a file beside'],
  ['t%E1%BB%95ng-v%E1%BB%87-sinh.pdf',            'relative',  'a name in percent code'],
  ['javascript:alert(1)',                         'forbidden', 'code'],
  ['JaVaScRiPt:alert(1)',                         'forbidden', 'code, in mixed case'],
  ['java%09script:alert(1)',                      'forbidden', 'browsers skip the tab'],
  ['java\nscript:alert(1)',                       'forbidden', 'browsers skip the line break'],
  ['%6Aavascript:alert(1)',                       'forbidden', 'a letter in percent code'],
  ['javascript%3Aalert(1)',                       'forbidden', 'the colon in percent code'],
  [' javascript:alert(1)',                        'forbidden', 'a space in front'],
  ['\u0001javascript:alert(1)',                   'forbidden', 'a control character in front'],
  ['vbscript:msgbox(1)',                          'forbidden', 'code of another kind'],
  ['data:text/html,<script>alert(1)</script>',    'forbidden', 'a page in the address'],
  ['data:image/svg+xml;base64,PHN2Zz4=',          'forbidden', 'SVG can hold scripts'],
  ['data:image/png;base64,iVBORw0KGgo=',          'forbidden', 'no picture in the address either'],
  ['file:///etc/passwd',                          'forbidden', 'a file of the reader'],
  ['blob:https://evil.example/x',                 'forbidden', 'an object of another page'],
  ['intent://scan/#Intent;scheme=zxing;end',      'forbidden', 'starts an application'],
  ['ftp://evil.example/x',                        'forbidden', 'no other scheme is needed'],
  ['C:\\tai-lieu\\a.docx',                        'forbidden', 'a drive of the writer'],
  ['https://gov.vn%2F@evil.example/',                'forbidden', 'a browser goes to evil.example'],
  ['https://gov.vn%3F@evil.example/',                'forbidden', 'the same with a question mark'],
  ['java\tscript:alert(1)',                          'forbidden', 'browsers drop tabs from a scheme'],
  ['java\tscript:alert(1)%',                         'forbidden', 'and do so where nothing can be decoded'],
  ['%6aavascript:alert(1)',                          'forbidden', 'a scheme behind an escape'],
  ['https://vi.wikipedia.org/wiki/H%E1%BA%A3i_Ph%C3%B2ng', 'external', 'an ordinary address with Vietnamese letters'],
  ['//evil.example/x',                            'forbidden', 'another host that looks like a path'],
  ['/\\evil.example',                             'forbidden', 'browsers read \\ as /'],
  ['\\\\evil.example',                            'forbidden', 'browsers read \\ as /'],
  ['%2F%2Fevil.example',                          'forbidden', 'the slashes in percent code'],
  ['/trang/lien-he/',                             'forbidden', 'breaks when the portal moves below another path'],
  ['https://gov.vn@evil.example/',                'forbidden', 'gov.vn is a user name here'],
  ['https://gov.vn:443@evil.example/',            'forbidden', 'a user name and a password'],
  ['https://gov.vn%40evil.example/',              'forbidden', 'the @ in percent code'],
  ['https:evil.example',                          'forbidden', 'browsers add the slashes'],
  ['https:\\\\evil.example',                      'forbidden', 'browsers turn the slashes'],
  ['https:///evil.example',                       'forbidden', 'no host'],
  ['http://',                                     'forbidden', 'no host'],
  ['mailto:',                                     'forbidden', 'no address'],
  ['tel:javascript',                              'forbidden', 'no number'],
] as const

describe('what a link is', () => {
  test.each(LINKS)('%s is %s: %s', (href, type) => {
    expect(linkType(href)).toBe(type)
  })
})

/** Vectors of an untrusted change, as Markdown. */
// biome-ignore format: a table
const MARKDOWN = [
  // Markdown,                                     because
  ['[x](javascript:alert(1))',                     'code'],
  ['[x](jAvAsCrIpT:alert(1))',                     'mixed case'],
  ['[x](&#106;avascript:alert(1))',                'an entity'],
  ['[x](java&#x09;script:alert(1))',               'a tab as an entity'],
  ['[x](javascript&colon;alert(1))',               'the colon as an entity'],
  ['<javascript:alert(1)>',                        'in angle brackets'],
  ['[x][1]\n\n[1]: javascript:alert(1)',           'by reference'],
  ['![x](javascript:alert(1))',                    'as an image'],
  ['[x](vbscript:msgbox(1))',                      'another code'],
  ['[x](file:///etc/passwd)',                      'a file'],
  ['[x](data:text/html,1)',                        'data'],
  ['![x](data:image/svg+xml;base64,PHN2Zz4=)',     'SVG in an image'],
  ['![x](data:image/png;base64,iVBORw0KGgo=)',     'a picture in the address'],
  ['[x](//evil.example)',                          'without a scheme'],
  ['[x](/\\\\evil.example)',                       'with a backslash'],
  ['[x](blob:https://evil.example/1)',             'blob'],
  ['[x](intent://x#Intent;end)',                   'intent'],
  ['[x](https://gov.vn@evil.example/)',            'a user name'],
] as const

describe('a link that is not allowed', () => {
  test.each(MARKDOWN)('%s stays text on the page: %s', (text) => {
    expect(renderMarkdown(text)).not.toMatch(/<(?:a|img)\b/)
  })
  test.each(MARKDOWN)('%s is seen by the rules: %s', (text) => {
    const tokens = parseMarkdown(text).flatMap(({ children }) => children ?? [])
    const hrefs = tokens
      .map((token) => token.attrGet('href') ?? token.attrGet('src'))
      .filter((each) => each !== null)
    expect(hrefs.map(linkType)).toEqual(['forbidden'])
  })
})
