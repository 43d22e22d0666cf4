import { expect, test } from 'vitest'
import { privateDataIn } from '../../pipeline/registers/private-data.ts'

// biome-ignore format: a table
test.each([
  ['Gửi qua số 0912 345 678',                       'số điện thoại',          'blanks between digits'],
  ['Gọi 0220.3852.123 trong giờ',                   undefined,                'a fixed line is an office’s'],
  ['+84 912 345 678',                               'số điện thoại',          'the country before it'],
  ['0912345678.',                                   'số điện thoại',          'a full stop after it'],
  ['Trả lời tới nguoi.gui@example.com',             'địa chỉ thư điện tử',    'a mail address'],
  ['hộp thư người.gửi@xã-đồng-việt.vn',             'địa chỉ thư điện tử',    'with diacritics too'],
  ['Căn cước 030201004567',                         'số định danh, căn cước', 'twelve digits are no telephone, though they begin with a nought'],
  ['Căn cước 130201004567',                         'số định danh, căn cước', 'twelve digits'],
  ['12/BC-BBT ngày 20/11/2026',                     undefined,                'a document with its date'],
  ['Kế hoạch 05/KH-BBT, kỳ 2026-Q4, 1.150 m kênh',  undefined,                'numbers of a text'],
  ['Công dân khu dân cư số 7',                      undefined,                'a description of somebody'],
  ['Ngân sách 12.345.678.901 đồng',                 undefined,                'a sum'],
  ['Quyết định 0123/QĐ-UBND',                       undefined,                'a number with a nought before it'],
] as readonly (readonly [string, string | undefined, string])[])('%j: %s, %s', (text, expected) => {
  expect(privateDataIn(text)).toBe(expected)
})
