import type { Page } from 'playwright-core'

/** An editor at the form: what a person does in it, by the words that a person sees. */
export type Editor = {
  readonly page: Page
  readonly begin: (kind: string) => Promise<void>
  readonly type: (label: string, text: string) => Promise<void>
  readonly choose: (label: string, option: string) => Promise<void>
  readonly when: (label: string, value: string) => Promise<void>
  readonly write: (paragraphs: readonly string[]) => Promise<void>
  /** Another text in place of the former one. */
  readonly rewrite: (text: string) => Promise<void>
  readonly addPicture: (file: string, description: string) => Promise<void>
  readonly save: () => Promise<void>
  /** What the check said of the last save. */
  readonly verdict: () => Promise<string>
}

/** In milliseconds, with room for a busy machine. */
const HANDED_OVER = 1500

/** Opens the form on the working copy of this machine; `page` shows the form already. */
export async function signIn(page: Page): Promise<Editor> {
  const editor = editorAt(page)
  await page.getByRole('button', { name: 'Soạn trên máy này' }).click()
  await page.getByRole('button', { name: 'Soạn trên máy này' }).waitFor({ state: 'detached' })
  return editor
}

/** The hands of somebody who has signed in. */
export function editorAt(page: Page): Editor {
  page.setDefaultTimeout(20_000)
  /** The text editor hands over what was typed a moment after the last key. */
  const handedOver = () => page.waitForTimeout(HANDED_OVER)
  const textbox = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  return {
    page,
    begin: async (kind) => {
      await page.evaluate(`location.hash = '/collections/${kind}/new'`)
      await textbox('Tiêu đề').waitFor()
    },
    type: (label, text) => textbox(label).fill(text),
    choose: async (label, option) => {
      // Few choices are buttons in a row, many are a list that opens.
      const list = page.getByRole('combobox', { name: label, exact: true })
      const button = page
        .getByRole('radiogroup', { name: label, exact: true })
        .getByText(option, { exact: true })
      await list.or(button).click()
      if ((await list.count()) > 0) await page.getByRole('option', { name: option, exact: true }).click()
    },
    when: (label, value) => page.getByLabel(label, { exact: true }).first().fill(value),
    write: async (paragraphs) => {
      await textbox('Nội dung').focus()
      for (const [nth, text] of paragraphs.entries()) {
        if (nth > 0) await page.keyboard.press('Enter')
        await page.keyboard.type(text)
      }
      await handedOver()
    },
    rewrite: async (text) => {
      await textbox('Nội dung').focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      await handedOver()
    },
    addPicture: async (file, description) => {
      await page.getByText(/^Thêm .?Ảnh đại diện/).click()
      await page.getByRole('button', { name: 'Duyệt tệp' }).first().click()
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Tải lên' }).click()
      await (await choosing).setFiles(file)
      const insert = page.getByRole('button', { name: 'Chèn' })
      await insert.click()
      await insert.waitFor({ state: 'hidden' })
      await textbox('Mô tả ảnh').fill(description)
    },
    save: () => page.getByRole('button', { name: 'Lưu', exact: true }).click(),
    verdict: async () => {
      const said = page.locator('#ket-qua-kiem-tra')
      await said.waitFor()
      return said.innerText()
    },
  }
}
