import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentReader } from '../../pipeline/adapters/attachments.ts'
import { isAttachment, mayFollow } from '../../pipeline/submissions/attachment-address.ts'
import { droppedIn } from '../../pipeline/submissions/attachments.ts'

const GITHUB = 'https://github.com'
const ASSET = `${GITHUB}/user-attachments/assets/0f8fad5b-d9cb-469f-a165-70867728950e`
const FILE = `${GITHUB}/user-attachments/files/123/bai.docx`

// biome-ignore format: a table
const ADDRESSES: readonly (readonly [address: string, may: boolean, because: string])[] = [
  [ASSET,                                                          true,  'a picture'],
  [FILE,                                                           true,  'a file'],
  [`${GITHUB}/user-attachments/files/123/b%C3%A0i.docx`,           true,  'with a Vietnamese name'],
  [ASSET.replace('https', 'http'),                                 false, 'anybody on the way could change it'],
  [ASSET.replace('github.com', 'github.com.evil.example'),         false, 'another machine'],
  [ASSET.replace('github.com', 'evil.example'),                    false, 'another machine'],
  [ASSET.replace('github.com', 'github.com:8443'),                 false, 'another door'],
  [ASSET.replace('//', '//a:b@'),                                  false, 'with somebody’s name'],
  [ASSET.replace('//github.com', '//evil.example#github.com'),     false, 'what looks like it'],
  [`${GITHUB}/user-attachments/../logout`,                         false, 'a way up'],
  [`${GITHUB}/user-attachments/files/123/../../../x`,              false, 'a way up'],
  [`${GITHUB}/user-attachments/files/123/a/b.docx`,                false, 'deeper than files lie'],
  [`${ASSET}?x=1`,                                                 false, 'with something added'],
  [`${GITHUB}/phuong/cong/archive/main.zip`,                       false, 'something else of the forge'],
  ['file:///etc/passwd',                                           false, 'this machine'],
  ['http://169.254.169.254/user-attachments/files/1/a',            false, 'the cloud’s own'],
  ['không phải địa chỉ',                                           false, 'no address'],
]
test.each(ADDRESSES)('%s: %s, %s', (address, may) => {
  expect(isAttachment(address, GITHUB)).toBe(may)
})

// biome-ignore format: a table
const STORES: readonly (readonly [address: string, may: boolean, because: string])[] = [
  ['https://objects.githubusercontent.com/a?X-Amz=1',                         true,  'where GitHub keeps files'],
  ['https://private-user-images.githubusercontent.com/1/2.png?jwt=x',         true,  'and pictures'],
  ['https://github-production-user-asset-6210df.s3.amazonaws.com/1/2',        true,  'in a bucket of its own'],
  ['http://objects.githubusercontent.com/a',                                  false, 'without encryption'],
  ['https://evil.s3.amazonaws.com/a',                                         false, 'anybody’s bucket'],
  ['https://githubusercontent.com.evil.example/a',                            false, 'another machine'],
  ['https://objects.githubusercontent.com:444/a',                             false, 'another door'],
  ['https://github.com/login',                                                false, 'no file'],
]
test.each(STORES)('on to %s: %s, %s', (address, may) => {
  expect(mayFollow(address, GITHUB)).toBe(may)
})

test('files in a text are found once each, in order, whatever stands around them', () => {
  const text = `Ảnh ![a](${ASSET}) và <img width="1" src="${ASSET}"> [bài](${FILE}), https://evil.example/user-attachments/files/1/x.docx ${FILE}.`
  expect(droppedIn(text, GITHUB)).toEqual([
    { address: ASSET, name: undefined },
    { address: FILE, name: 'bai.docx' },
  ])
})

describe('fetching', () => {
  let [server, other]: Server[] = []
  let home = ''
  const seen: (string | undefined)[] = []
  const listening = async (handler: Parameters<typeof createServer>[1]) => {
    const made = createServer(handler)
    await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
    return made
  }
  const addressOf = (made: Server) => `http://127.0.0.1:${(made.address() as AddressInfo).port}`
  beforeAll(async () => {
    other = await listening((_, response) => response.end('bí mật của máy khác'))
    const there = addressOf(other)
    server = await listening((request, response) => {
      seen.push(request.headers.authorization)
      const name = request.url?.split('/').at(-1) ?? ''
      const to: Record<string, string> = {
        chuyen: '/user-attachments/files/2/tep',
        'ra-ngoai': `${there}/user-attachments/files/1/tep`,
        vong: '/user-attachments/files/1/vong',
        'trong-nha': '/admin',
      }
      if (to[name]) response.writeHead(302, { location: to[name] }).end()
      else if (name === 'mat') response.writeHead(404).end()
      else if (name === 'to') response.writeHead(200, { 'content-length': '3' }).end('abc')
      else if (name === 'vo-han') {
        response.writeHead(200)
        const more = () => {
          if (!response.destroyed) response.write(Buffer.alloc(65536), more)
        }
        more()
      } else response.end('nội dung')
    })
    home = addressOf(server)
  })
  afterAll(() => {
    for (const each of [server, other]) {
      each?.closeAllConnections()
      each?.close()
    }
  })

  // biome-ignore format: a table
  const ROWS: readonly (readonly [name: string, state: string, because: string])[] = [
    ['tep',       'fetched',     'a file'],
    ['chuyen',    'fetched',     'a file that lies elsewhere in the same place'],
    ['ra-ngoai',  'address',     'another machine is not asked'],
    ['trong-nha', 'address',     'nor another page of this one'],
    ['vong',      'address',     'a circle ends'],
    ['mat',       'absent',      'nothing there'],
    ['vo-han',    'too-large',   'a stream without an end is cut off'],
  ]
  test.each(ROWS)('%s: %s', async (name, state) => {
    const got = await attachmentReader(() => home)(`${home}/user-attachments/files/1/${name}`, 1_000_000)
    expect(got.state === 'fetched' ? 'fetched' : got.why).toBe(state)
    if (got.state === 'fetched') expect(Buffer.from(got.bytes).toString()).toBe('nội dung')
  })
  test('nobody there', async () => {
    const got = await attachmentReader(() => 'http://127.0.0.1:9')(
      'http://127.0.0.1:9/user-attachments/files/1/a',
      10,
    )
    expect(got).toEqual({ state: 'refused', why: 'unreachable' })
  })
  test('another address is not even asked, and nobody is told a token', async () => {
    const got = await attachmentReader(() => home)(`${home}/khac`, 10)
    expect(got).toEqual({ state: 'refused', why: 'address' })
    expect(seen.filter(Boolean)).toEqual([])
  })
})
