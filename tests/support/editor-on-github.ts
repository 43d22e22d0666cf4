import type { BrowserContext, Page } from 'playwright-core'
import type { Forge } from './forge/forge.ts'

/** A picture of an account: one grey point. */
const AVATAR = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AwAAzADLmgAvmAAAAABJRU5ErkJggg==',
  'base64',
)

/** Lets the pages of a browser reach a forge under GitHub's own addresses: what the product allows and asks stays as it is shipped. */
export async function reachForge(context: BrowserContext, forge: Forge): Promise<void> {
  await context.route('https://avatars.githubusercontent.com/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: AVATAR }),
  )
  await context.route('https://api.github.com/**', async (route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const body = request.postDataBuffer()
    const given = await request.allHeaders()
    const headers = Object.fromEntries(
      FORWARDED.flatMap((name) => (given[name] ? [[name, given[name]]] : [])),
    )
    const to = pathname === '/graphql' ? forge.graphqlUrl : forge.apiUrl + pathname + search
    try {
      const answer = await fetch(to, {
        method: request.method(),
        headers,
        ...(body === null ? {} : { body: new Uint8Array(body) }),
      })
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      })
    } catch {
      // The test is over: the page is closed, or the forge.
      await route.abort().catch(() => undefined)
    }
  })
}

const FORWARDED = ['accept', 'authorization', 'content-type']

/** Signs in at the form as a person does who was handed an access token. */
export async function enterToken(page: Page, token: string): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập bằng mã truy cập' }).click()
  await page.locator('dialog, .dialog').getByRole('textbox').fill(token)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}
