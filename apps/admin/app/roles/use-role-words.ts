import { useTranslation } from 'react-i18next'
import type { Texts } from '../i18n/texts.ts'

type Resource = keyof Texts['roles']['resources']
type Action = keyof Texts['roles']['actions']
type BuiltIn = keyof Texts['users']['roles']

/** Roles and permissions in the reader's words; what was made here keeps its own. */
export function useRoleWords() {
  const { t, i18n } = useTranslation()
  const resource = (name: string) =>
    i18n.exists(`roles.resources.${name}`) ? t(`roles.resources.${name as Resource}`) : name
  const action = (name: string) =>
    i18n.exists(`roles.actions.${name}`) ? t(`roles.actions.${name as Action}`) : name
  return {
    /** The title of a role by its name; `title` is what it calls itself. */
    title: (name: string, title?: string) =>
      i18n.exists(`users.roles.${name}`) ? t(`users.roles.${name as BuiltIn}`) : (title ?? name),
    resource,
    /** 'Orders: see', 'Everything about orders', 'Everything'. */
    permission: (name: string) => {
      const [about = '', what = ''] = name.split(':')
      if (about === '*')
        return what === '*' ? t('roles.everything') : t('roles.everywhere', { action: action(what) })
      return what === '*'
        ? t('roles.everythingAbout', { resource: resource(about) })
        : t('roles.one', { resource: resource(about), action: action(what) })
    },
    action,
  }
}
