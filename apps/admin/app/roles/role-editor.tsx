import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useLeaveGuard } from '../form/use-leave-guard.tsx'
import { Loaded } from '../list/loaded.tsx'
import { holds, useMe } from '../session/use-me.ts'
import { roleNameOf } from './holding.ts'
import { PermissionPicker } from './permission-picker.tsx'
import type { RoleDraft } from './role-draft.ts'
import { permissionsQuery } from './roles-query.ts'

/** The form of a role, new or there already. `locked` where it may be read only. */
export function RoleEditor({
  start,
  isNew,
  locked,
  builtIn,
  top,
  save,
  onSaved,
}: {
  start: RoleDraft
  isNew: boolean
  locked: boolean
  /** Name and priority stay as they are. */
  builtIn: boolean
  /** The highest priority that may be given. */
  top: number
  save: (draft: RoleDraft) => Promise<{ id: string }>
  onSaved: (id: string) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const permissions = useQuery(permissionsQuery)
  const [draft, setDraft] = useState(start)
  const dirty = !locked && JSON.stringify(draft) !== JSON.stringify(start)
  const leave = useLeaveGuard(dirty)
  const command = useMutation({
    mutationFn: () => save(draft),
    onSuccess: ({ id }) => {
      toast({ title: t(isNew ? 'roles.added' : 'roles.saved') })
      leave.release()
      onSaved(id)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['roles'] }),
        client.invalidateQueries({ queryKey: ['me'] }),
      ]),
  })
  const errors = fieldErrorsOf(command.error, {
    ACCESS_ROLE_EXISTS: 'name',
    ACCESS_UNKNOWN_PERMISSION: 'permissions',
    ACCESS_NOT_HELD: 'permissions',
  })
  const set = (part: Partial<RoleDraft>) => setDraft({ ...draft, ...part })
  const setTitle = (title: string) =>
    set({ title, ...(isNew && draft.name === roleNameOf(draft.title) ? { name: roleNameOf(title) } : {}) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!command.isPending) command.mutate()
  }
  return (
    <form onSubmit={submit} className="flex min-w-0 flex-col gap-4">
      {leave.dialog}
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('roles.name')}
            required
            maxLength={60}
            readOnly={locked || builtIn}
            value={draft.title}
            error={errors.at('title', failureText)}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextField
            label={t('roles.code')}
            hint={isNew ? t('roles.codeHint') : undefined}
            required
            maxLength={40}
            pattern="[a-z][a-z0-9_]{1,39}"
            spellCheck={false}
            readOnly={!isNew}
            value={draft.name}
            error={errors.at('name', failureText)}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextArea
            label={t('roles.description')}
            optional={locked ? undefined : t('common.optional')}
            rows={2}
            maxLength={300}
            className="sm:col-span-2"
            readOnly={locked}
            value={draft.description}
            error={errors.at('description', failureText)}
            onChange={(event) => set({ description: event.target.value })}
          />
          <TextField
            label={t('roles.priority')}
            hint={locked || builtIn ? undefined : t('roles.priorityHint', { top })}
            type="number"
            required
            min={1}
            max={locked || builtIn ? undefined : top}
            readOnly={locked || builtIn}
            value={draft.priority}
            error={errors.at('priority', failureText)}
            onChange={(event) => set({ priority: event.target.value })}
          />
        </div>
      </Card>
      <Card title={t('roles.mayDo')}>
        <Loaded query={permissions} loading={<Skeleton className="h-60" />}>
          {({ items }) => (
            <PermissionPicker
              legend={t('roles.mayDo')}
              permissions={items}
              value={draft.permissions}
              error={errors.at('permissions', failureText)}
              givable={(name) => holds(me.permissions, name)}
              disabled={locked}
              onChange={(chosen) => set({ permissions: chosen })}
            />
          )}
        </Loaded>
      </Card>
      {locked ? null : (
        <div className="sticky bottom-0 -mx-1 flex justify-end bg-canvas px-1 py-3">
          <Button type="submit" variant="primary" pending={command.isPending} disabled={!isNew && !dirty}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
