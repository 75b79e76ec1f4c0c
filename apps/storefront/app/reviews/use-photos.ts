import { useEffect, useState } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { type PhotoProblem, sendPhoto } from './send-photo.ts'
import type { ReviewAnswer } from './save-review.ts'

/** What became of the words when photos follow them: their review, or what is wrong. */
export type SavedWords = { saved: string } | ReviewAnswer

/**
 * Photos chosen for a review. They go to it one by one once its words are saved: a form of the shop holds no files. What
 * could not be sent stays chosen, and is named.
 */
export function usePhotos() {
  const words = useFetcher<SavedWords>()
  const navigate = useNavigate()
  const [files, setFiles] = useState<File[]>([])
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<{ name: string; kind: PhotoProblem } | null>(null)
  const answer = words.data
  useEffect(() => {
    if (answer === undefined || !('saved' in answer)) return
    let left = files
    const send = async (): Promise<void> => {
      setSending(true)
      for (const file of files) {
        const wrong = await sendPhoto(answer.saved, file)
        if (wrong !== null) {
          setProblem({ name: file.name, kind: wrong })
          setSending(false)
          return
        }
        left = left.filter((other) => other !== file)
        setFiles(left)
      }
      await navigate('/account/reviews?sent=1')
    }
    void send()
    // Once for each answer: what is chosen meanwhile waits for the next.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer])
  return {
    files,
    choose: (more: File[]) => {
      setProblem(null)
      setFiles([...files, ...more])
    },
    drop: (file: File) => {
      setProblem(null)
      setFiles(files.filter((other) => other !== file))
    },
    problem,
    pending: sending || words.state !== 'idle',
    /** Of the words. */
    answer: answer !== undefined && 'problems' in answer ? answer : undefined,
    /** Sends the words first, if photos are to follow; false: nothing has to follow. */
    submit: (form: HTMLFormElement): boolean => {
      if (files.length === 0) return false
      const body = new FormData(form)
      body.set('stay', '1')
      setProblem(null)
      void words.submit(body, { method: 'post' })
      return true
    },
  }
}
