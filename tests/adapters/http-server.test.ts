import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefusal } from '../support/civil.ts'
import { article, CLI, createRepository, ENVIRONMENT } from '../support/repository.ts'

const NOW = ['--now', '2026-11-20T09:00:00+07:00']

const repository = createRepository({ sample: true })
beforeAll(() => {
  repository.write(`${repository.folder}/tin-bai/xa-hoi/2026/mot.md`, article())
  repository.write(`${repository.folder}/tin-bai/xa-hoi/2026/hai.md`, article({ section: 'khong-co' }))
  repository.write(
    `${repository.folder}/nhat-ky-xuat-ban.yaml`,
    'portal: thanh-dong\npublished:\n  - { path: tin-bai/xa-hoi/2026/mot.md, at: "2026-11-10T09:00:00+07:00" }\n',
  )
})

/** Starts `congbo start` and waits for its address. */
async function start(...args: string[]): Promise<{ child: ChildProcess; address: URL; said: () => string }> {
  const child = spawn(process.execPath, [CLI, 'start', ...NOW, ...args], {
    cwd: repository.root,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<URL>((found, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const match = /http:\/\/localhost:\d+\//.exec(said)
        if (match) found(new URL(match[0]))
      })
    child.on('exit', (code) => failed(new Error(`start ended with ${code}: ${said}`)))
  })
  return { child, address, said: () => said }
}

describe('congbo start', () => {
  let running: Awaited<ReturnType<typeof start>>
  const get = (path: string) => fetch(new URL(path, running.address))
  /** The path goes out as it is written; `fetch` would tidy it up. */
  const getRaw = (path: string) =>
    new Promise<{ status: number | undefined; text: string }>((done, failed) => {
      request({ host: '127.0.0.1', port: running.address.port, path }, async (response) => {
        const parts: Buffer[] = []
        for await (const part of response) parts.push(part as Buffer)
        done({ status: response.statusCode, text: Buffer.concat(parts).toString() })
      })
        .on('error', failed)
        .end()
    })
  beforeAll(async () => {
    repository.write('_site-bi-mat/khoa.txt', 'BI-MAT')
    repository.write('khoa.txt', 'BI-MAT')
    running = await start('--port', '0')
  })
  afterAll(() => running.child.kill('SIGKILL'))

  test('says what it checks and builds, and how to stop', () => {
    expect(running.said()).toMatch(
      /Mở 1 cổng: thanh-dong[\s\S]*\[section\][\s\S]*Kiểm tra 2 tệp nội dung: 1 lỗi[\s\S]*Dựng 1 cổng/,
    )
    expect(running.said()).toMatch(/Có lỗi phải sửa trước khi đăng/)
    expect(running.said()).toContain('Dừng lại: Ctrl-C')
  })
  // biome-ignore format: a table
  test.each([
    ['/',                                    200, /^text\/html; ?charset=utf-8/i,            'href="thanh-dong/"',     'the start page names the portals'],
    ['/thanh-dong/',                         200, /^text\/html; ?charset=utf-8/i,            'Bài thử của phường',     'a portal’s home page'],
    ['/thanh-dong/tin-bai/2026/mot/',        200, /^text\/html/,                            'Nội dung bài thử.',      'an article'],
    ['/thanh-dong/feed.xml',                 200, /xml/,                                    '<feed ',                 'the feed'],
    ['/thanh-dong/assets/site.css',          200, /^text\/css/,                             '{',                      'a style'],
    ['/thanh-dong/tin-bai/2026/hai/',        404, /^text\/html; ?charset=utf-8/i,            'Cổng thông tin điện tử', 'what waits for approval is not there: the portal’s own page'],
    ['/thanh-dong/%E1%BB%9F%20%C4%91%C3%A2u', 404, /^text\/html/,                           'Cổng thông tin điện tử', 'a Vietnamese address that is not there'],
    ['/khong-co/gi',                         404, /^text\/plain; ?charset=utf-8/i,           'Không có trang này.',    'outside every portal'],
  ])('%s → %i', async (path, status, type, text) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(type)
    expect((await response.text()).includes(text)).toBe(true)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(response.headers.get('access-control-allow-origin')).toBe(path.endsWith('/feed.xml') ? '*' : null)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })
  // biome-ignore format: a table
  test.each([
    ['/../khoa.txt',                         'out of the folder'],
    ['/%2e%2e/khoa.txt',                     'the same, encoded'],
    ['/..%2fkhoa.txt',                       'the slash encoded'],
    ['/..\\khoa.txt',                        'the other slash'],
    ['/../_site-bi-mat/khoa.txt',            'into a folder whose name begins the same'],
    ['/%2e%2e/_site-bi-mat/khoa.txt',        'the same, encoded'],
    ['/thanh-dong/%00',                      'a zero byte'],
    ['/%E0%A4%A',                            'no UTF-8 at all'],
    [`/${'a'.repeat(5000)}`,                 'longer than any name'],
  ])('%s leads nowhere: %s', async (path) => {
    const { status, text } = await getRaw(path)
    expect(text).not.toContain('BI-MAT')
    expect(status).toBe(404)
    expect((await get('/')).status).toBe(200)
  })
  test('listens on this machine only', () => {
    expect(running.address.hostname).toBe('localhost')
  })

  test('Ctrl-C ends it with 0, at once, though somebody holds a connection', async () => {
    const socket = connect(Number(running.address.port), '127.0.0.1').on('error', () => {})
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket, 'data')
    const began = performance.now()
    running.child.removeAllListeners('exit')
    running.child.kill('SIGINT')
    const [code] = await once(running.child, 'exit')
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(running.said()).toContain('Đã dừng.')
    socket.destroy()
  })
})

describe('congbo start refuses', () => {
  let other: Server
  let port: number
  beforeAll(async () => {
    other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    port = (other.address() as AddressInfo).port
  })
  afterAll(() => {
    other.close()
  })

  test('a port that is taken, with the way out', async () => {
    const outcome = await repository.congbo(['start', '--port', String(port), ...NOW])
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain(
      `Cổng mạng ${port} đang được chương trình khác dùng. Chọn số khác: npm start -- --port ${port + 1}`,
    )
  })
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [args: string[], env: Record<string, string>, words: RegExp, because: string])[] = [
    [[],                   { PORT: 'abc' },   /`abc` không hợp lệ.*--port 8080/,   'a word in the environment'],
    [['--port', '70000'],  {},                /`70000` không hợp lệ/,              'more than there are'],
    [['--port', '80.5'],   {},                /`80\.5` không hợp lệ/,              'half a port'],
    [['--port=-1'],        {},                /`-1` không hợp lệ/,                 'less than there are'],
  ]
  test.each(REFUSED)('%j %j', async (args, env, words) => {
    const outcome = await repository.congbo(['start', ...args, ...NOW], { env })
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
  })
})
