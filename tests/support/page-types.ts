/** What kinds of pages a portal has, by the form of their addresses; of each kind the tests visit the first there is. */
const TYPES: readonly (readonly [type: string, address: RegExp])[] = [
  ['home', /^index\.html$/],
  ['article', /^tin-bai\/\d{4}\/[^/]+\/index\.html$/],
  ['document', /^van-ban\/\d{4}\/(?!du-thao)[^/]+\/index\.html$/],
  ['draft', /^van-ban\/\d{4}\/du-thao[^/]*\/index\.html$/],
  ['question', /^hoi-dap\/\d{4}\/[^/]+\/index\.html$/],
  ['newest', /^tin-moi\/index\.html$/],
  ['section', /^chuyen-muc\/[^/]+\/index\.html$/],
  ['lĩnh vực', /^linh-vuc\/[^/]+\/index\.html$/],
  ['unit', /^don-vi\/[^/]+\/index\.html$/],
  ['month', /^thang\/[^/]+\/index\.html$/],
  ['documents', /^van-ban\/index\.html$/],
  ['documents of a type', /^van-ban\/loai\/[^/]+\/index\.html$/],
  ['drafts', /^lay-y-kien\/index\.html$/],
  ['questions', /^hoi-dap\/index\.html$/],
  ['questions by state', /^hoi-dap\/da-tra-loi\/index\.html$/],
  ['sections', /^chuyen-muc\/index\.html$/],
  ['site map', /^so-do-trang\/index\.html$/],
  ['accessibility', /^tiep-can\/index\.html$/],
  ['regulation', /^quy-che\/index\.html$/],
  ['search', /^tim-kiem\/index\.html$/],
  ['media', /^anh-video\/index\.html$/],
  ['interface', /^api\/index\.html$/],
  ['not found', /^404\.html$/],
]

export type PageOfType = { readonly portal: string; readonly type: string; readonly path: string }

/**
 * A page of every kind that a portal has, and all of its fixed pages, because each carries something of its own.
 *
 * @param files paths below the folder of the sites
 */
export function pagesByType(portal: string, files: Iterable<string>): PageOfType[] {
  const own = [...files]
    .filter((file) => file.startsWith(`${portal}/`))
    .map((file) => file.slice(portal.length + 1))
  const page = (type: string, file: string): PageOfType => ({
    portal,
    type,
    path: `${portal}/${file.replace(/(^|\/)index\.html$/, '$1')}`,
  })
  const kinds = TYPES.flatMap(([type, address]) => {
    const first = own.find((file) => address.test(file))
    return first === undefined ? [] : [page(type, first)]
  })
  const fixed = own
    .filter((file) => /^trang\/[^/]+\/index\.html$/.test(file))
    .map((file) => page('fixed page', file))
  return [...kinds, ...fixed]
}
