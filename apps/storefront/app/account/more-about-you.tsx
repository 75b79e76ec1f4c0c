import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { Disclosure } from '../layout/disclosure.tsx'

const wantedRoles = ['seller', 'procurement_manager', 'sales_manager'] as const

type WantedRole = (typeof wantedRoles)[number]

/** Whether it is a role that people can ask for at sign-up. */
export function isWantedRole(role: string): role is WantedRole {
  return wantedRoles.includes(role as WantedRole)
}

type Typed = { readonly username: string; readonly date_of_birth: string; readonly role: string }

/** What nobody has to say to sign up. Open when something in it was not right. */
export function MoreAboutYou({
  typed,
  problem,
}: {
  typed: Typed | undefined
  problem: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  const touched = Boolean(typed && (typed.username || typed.date_of_birth || typed.role))
  return (
    <Disclosure title={t('signUp.more')} open={touched}>
      <div className="space-y-4 pt-1 text-ink">
        <TextField
          label={t('signUp.username')}
          hint={t('signUp.usernameHint')}
          optional={t('shell.optional')}
          name="username"
          autoComplete="nickname"
          maxLength={32}
          defaultValue={typed?.username}
          error={problem('username')}
        />
        <TextField
          label={t('signUp.dateOfBirth')}
          hint={t('signUp.dateOfBirthHint')}
          optional={t('shell.optional')}
          type="date"
          name="date_of_birth"
          autoComplete="bday"
          min="1900-01-01"
          defaultValue={typed?.date_of_birth}
          error={problem('date_of_birth')}
        />
        <SelectField
          label={t('signUp.role')}
          hint={t('signUp.roleHint')}
          name="role"
          defaultValue={typed?.role ?? ''}
        >
          <option value="">{t('signUp.roles.customer')}</option>
          {wantedRoles.map((role) => (
            <option key={role} value={role}>
              {t(`signUp.roles.${role}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </Disclosure>
  )
}
