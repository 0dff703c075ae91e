// Elements without a framework: everything that comes from people is set as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg'

/** An element: `el('p.note', {title: '…', onclick: f}, 'text', child)`. Empty children are left out. */
export function el(selector, attributes, ...children) {
  const [tag, ...classes] = selector.split('.')
  const node = document.createElement(tag || 'div')
  if (classes.length) node.className = classes.join(' ')
  const plain = attributes && typeof attributes === 'object' && !(attributes instanceof Node) && !Array.isArray(attributes)
  if (plain) set(node, attributes)
  else if (attributes !== undefined) children.unshift(attributes)
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ''))
  return node
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (name === 'style') for (const [property, word] of Object.entries(value)) node.style.setProperty(property, word)
    else if (name in node && typeof value === 'boolean') node[name] = value
    else node.setAttribute(name, value === true ? '' : value)
  }
}

const ICONS = {
  send: 'M4 12 20 4l-5 16-4-7z M11 13l9-9',
  plus: 'M12 5v14M5 12h14',
  slash: 'M15 4 9 20',
  reply: 'M10 6 4 12l6 6M4 12h9q7 0 7 7',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8.5 14q3.500 4 7 0M9 9.500v.2M15 9.500v.2',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  close: 'M6 6l12 12M18 6 6 18',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  sound: 'M4 10v4h4l5 4V6L8 10zM16.500 8.500q3 3.500 0 7M19 6q5 6 0 12',
  mute: 'M4 10v4h4l5 4V6L8 10zM17 10l4 4M21 10l-4 4',
  captions: 'M3 6h18v12H3zM10.500 10.500q-3-1.500-3 1.500t3 1.500M16.500 10.500q-3-1.500-3 1.500t3 1.500',
  loop: 'M7 17H6a4 4 0 0 1-4-4v-1a4 4 0 0 1 4-4h14M17 5l3 3-3 3M17 7.500M20 12v1a4 4 0 0 1-4 4H9M11 14l-3 3 3 3',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  eye: 'M2 12q10-13 20 0-10 13-20 0M12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.600-5.600l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.600 5.600l1-1',
  down: 'M12 5v14M6 13l6 6 6-6',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9v.2',
  people: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M2.500 20q0-6 6.500-6t6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500q3.500 1 3.500 5.500',
  ticket: 'M3 7h18v3.500a1.800 1.800 0 0 0 0 3.500v3H3v-3a1.800 1.800 0 0 0 0-3.500zM14 7v2M14 11v2M14 15v2',
}

/** A line icon in the colour of its text. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

/** A button that shows only an icon; the label is for ears and hovering. */
export function iconButton(name, label, onclick, extra = '') {
  return el(`button.icon-button${extra}`, { type: 'button', title: label, 'aria-label': label, onclick }, icon(name))
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Let a new or changed part settle in, like a card slid into the frame. */
export function settle(node, from = { opacity: 0, transform: 'translateY(6px)' }) {
  if (!calm()) node.animate([from, { opacity: 1, transform: 'none' }], { duration: 260, easing: 'cubic-bezier(.2,.8,.3,1)' })
}

/** Say something to those who listen instead of looking. */
export function announce(text) {
  const status = document.getElementById('status')
  if (status.textContent === text) status.textContent = ''
  status.textContent = text
}
