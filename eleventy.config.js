// `npx @11ty/eleventy --serve` over the same model as `congbo build`. PORTAL chooses the portal (default: the first).
import { siteForEleventy } from './pipeline/eleventy-site.ts'

export default siteForEleventy
