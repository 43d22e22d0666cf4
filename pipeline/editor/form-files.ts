import { editorPage } from '../../templates/pages/editor.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { loadFormerNames } from '../reform/load-former-names.ts'
import { createArchive } from '../rules/archive.ts'
import { formConfig } from './form-config.ts'
import { FORM_DATA, formData } from './form-data.ts'

/** The folder of the form below a portal's site. */
export const FORM = 'bien-tap'

/** Where the installation put the program of the form. */
const PROGRAM = 'dist/bien-tap'

/** Files of a site: copied from the product, or text. */
type FormFile = { readonly to: string } & ({ readonly from: string } | { readonly text: string })

/** Whether a portal's site has the form. */
export const hasForm = ({ product }: Ports, { portal, now }: OpenPortal): boolean =>
  statusOn(portal.cong, now).state === 'active' && product.exists(`${PROGRAM}/bien-tap.js`)

/**
 * The form in which editors write, as files of the portal's site. None where the portal takes no new articles, or where the
 * program was never made (it is made when congbo is installed).
 */
export function formFiles(ports: Ports, contract: Contract, open: OpenPortal, basePath: string): FormFile[] {
  if (!hasForm(ports, open)) return []
  const { portal, now, clock } = open
  const { editor, emblem } = portal.cong
  const standsAt = clock === 'real' ? undefined : now
  const config = formConfig(portal, (name) => ports.productFile(`schemas/${name}.schema.json`), {
    repository: editor?.repository ?? ports.environment('GITHUB_REPOSITORY'),
    signInAt: editor?.signInAt,
    logo: `${basePath}${emblem === undefined ? 'assets/icon.svg' : 'assets/emblem.png'}`,
    standsAt,
  })
  const formerNames = () => loadFormerNames(ports.files, contract).lists
  const archive = createArchive(ports.files, portal.folder, { formerNames })
  return [
    { to: FORM, from: ports.productFolder(PROGRAM) },
    { to: `${FORM}/index.html`, text: editorPage(portal.cong.name) },
    { to: `${FORM}/${FORM_DATA}`, text: JSON.stringify(formData(portal, config, standsAt, archive)) },
  ]
}
