;; Plays a person in Emacs: opens a note with eglot, reads the diagnostics, hovers, and applies the first quick fix of one
;; rule. Prints what it saw as one line of JSON. Runs in Emacs 28 with eglot from a package, and in newer ones with their own.
(package-initialize)
(require 'json)
(require 'flymake)
(require 'markdown-mode)
(require 'eglot)
(setq eglot-sync-connect 20 make-backup-files nil create-lockfiles nil eglot-confirm-server-initiated-edits nil)

;; The folder that belongs together, as docs/other-editors.md has it.
(add-hook 'project-find-functions
          (lambda (folder)
            (let ((root (locate-dominating-file folder ".one-on-one.yaml"))) (and root (cons 'transient root)))))

(let* ((json-object-type 'plist)
       (json-array-type 'list)
       (asked (json-read-from-string (getenv "ONE_ON_ONE_TEST")))
       (fix (plist-get asked :fix))
       (seen nil))
  (defun diagnostics-now ()
    (mapcar (lambda (found)
              (list :line (1- (line-number-at-pos (flymake-diagnostic-beg found)))
                    :text (flymake-diagnostic-text found)))
            (flymake-diagnostics)))
  (defun wait-until (what)
    (let ((end (+ (float-time) 20)))
      (while (and (< (float-time) end) (not (funcall what)))
        (flymake-start)
        (accept-process-output nil 0.05))))
  (add-to-list 'eglot-server-programs
               (cons 'markdown-mode
                     (append (plist-get asked :command)
                             (list :initializationOptions (list :today (plist-get asked :today))))))
  (find-file (plist-get asked :file))
  (markdown-mode)
  (apply #'eglot (eglot--guess-contact))
  (wait-until #'flymake-diagnostics)
  (setq seen (plist-put seen :diagnostics (vconcat (diagnostics-now))))
  (let* ((server (eglot-current-server))
         (document (eglot--TextDocumentIdentifier))
         (hover (jsonrpc-request server :textDocument/hover
                                 (list :textDocument document :position (plist-get asked :hover))))
         (actions (append (jsonrpc-request server :textDocument/codeAction
                                           (list :textDocument document
                                                 :range (plist-get fix :range)
                                                 :context (list :diagnostics (vector fix) :only ["quickfix"])))
                          nil)))
    (setq seen (plist-put seen :hover (plist-get (plist-get hover :contents) :value)))
    (setq seen (plist-put seen :actions (vconcat (mapcar (lambda (one) (plist-get one :title)) actions))))
    (eglot--apply-workspace-edit (plist-get (car actions) :edit))
    ;; Emacs tells the server when it is idle, which it never is here.
    (eglot--signal-textDocument/didChange)
    (let ((mark (concat "[" (plist-get fix :code) "]")))
      (wait-until (lambda () (not (seq-some (lambda (one) (string-search mark (plist-get one :text))) (diagnostics-now))))))
    (setq seen (plist-put seen :after (vconcat (diagnostics-now))))
    (setq seen (plist-put seen :text (buffer-substring-no-properties (point-min) (point-max))))
    (princ (concat (json-encode seen) "\n"))
    (set-buffer-modified-p nil)
    (eglot-shutdown server)))
(kill-emacs 0)
