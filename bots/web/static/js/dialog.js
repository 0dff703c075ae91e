// Forms and questions, as native dialogs: Esc closes, the focus stays within and comes back.

import { el, iconButton } from './dom.js'
import { t } from './words.js'
import { Picture } from './picture.js'

/** Ask a form; `submit(values, attachments)` does it, and what it throws or returns as a word is shown in the form. */
export function askForm(form, limits, submit) {
  const inputs = new Map()
  const fields = form.fields.map((field) => fieldOf(field, inputs, limits))
  const error = el('p.form-error', { role: 'alert', hidden: true })
  const send = el('button.button.button-primary', { type: 'submit' }, form.submit)
  const close = () => dialog.close()
  const dialog = el(
    'dialog.paper',
    { 'aria-label': form.title },
    el(
      'form',
      { method: 'dialog' },
      el('header.dialog-head', el('h2', form.title), iconButton('close', t('close'), close)),
      fields,
      error,
      el('footer.dialog-foot', el('button.button', { type: 'button', onclick: close }, t('cancel')), send),
    ),
  )
  dialog.querySelector('form').onsubmit = async (event) => {
    event.preventDefault()
    const values = {}
    const attachments = {}
    for (const [name, read] of inputs) {
      const value = read()
      if (value.upload) attachments[name] = value.upload
      else if (value.text) values[name] = value.text
    }
    send.disabled = true
    try {
      const refused = await submit({ ...form.fixed, ...values }, attachments)
      if (refused) throw new Error(refused)
      dialog.close()
    } catch (failure) {
      error.textContent = failure.message === 'failed' ? t('failed') : failure.message
      error.hidden = false
    } finally {
      send.disabled = false
    }
  }
  open(dialog)
  dialog.querySelector('textarea, input, select')?.focus()
}

/** Ask a question; true when it was answered with yes. */
export function confirm(question, yes) {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog.paper.question',
      { 'aria-label': t('confirm'), role: 'alertdialog' },
      el(
        'form',
        { method: 'dialog' },
        el('p.question-text', question),
        el(
          'footer.dialog-foot',
          el('button.button', { value: 'no' }, t('cancel')),
          el('button.button.button-danger', { value: 'yes' }, yes ?? t('ok')),
        ),
      ),
    )
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'))
    open(dialog)
  })
}

function open(dialog) {
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => event.target === dialog && event.offsetY < 0 && dialog.close())
  dialog.addEventListener('keydown', (event) => event.key === 'Enter' && event.isComposing && event.stopPropagation())
  dialog.showModal()
}

function fieldOf(field, inputs, limits) {
  const id = `field-${field.name}`
  const label = el('label', { for: id }, field.label, field.required ? el('span.required', t('required')) : null)
  if (field.kind === 'picture') {
    const picture = new Picture(limits)
    inputs.set(field.name, () => ({ upload: picture.upload }))
    return el('div.field', label, picture.node)
  }
  const bounds = { id, name: field.name, required: field.required, maxlength: field.max_chars || null }
  const input =
    field.kind === 'long_text'
      ? el('textarea', { ...bounds, rows: '6', dir: 'auto' }, field.value)
      : field.kind === 'choice'
        ? el('select', bounds, el('option', { value: '' }, t('option-any')), field.choices.map(([value, name]) => el('option', { value, selected: value === field.value }, name)))
        : el('input', { ...bounds, type: field.kind === 'number' ? 'number' : 'text', value: field.value, dir: 'auto', autocomplete: 'off' })
  inputs.set(field.name, () => ({ text: input.value }))
  return el('div.field', label, input)
}
