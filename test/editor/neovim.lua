-- Plays a person in Neovim: opens a note with the language server on standard input and output, reads the diagnostics,
-- hovers, and applies the first quick fix of one rule. Prints what it saw as one line of JSON. Runs in Neovim 0.7 and newer.
local asked = vim.fn.json_decode(vim.env.ONE_ON_ONE_TEST)
local seen = {}

local function finish()
  io.stdout:write(vim.fn.json_encode(seen) .. '\n')
  vim.cmd('qall!')
end

local function stop(why)
  seen.stopped = why
  finish()
end

vim.cmd('edit ' .. vim.fn.fnameescape(asked.file))
vim.bo.filetype = 'markdown'
local buffer = vim.api.nvim_get_current_buf()
local id = (vim.lsp.start_client or vim.lsp.start)({
  name = 'one-on-one',
  cmd = asked.command,
  root_dir = asked.folder,
  init_options = { today = asked.today },
})
if not id then return stop('the server did not start') end
vim.lsp.buf_attach_client(buffer, id)

local function diagnostics()
  return vim.tbl_map(function(found)
    local code = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code)
    return { line = found.lnum, rule = code, message = found.message, source = found.source }
  end, vim.diagnostic.get(buffer))
end

local function request(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  return answers and answers[id] and answers[id].result
end

if not vim.wait(20000, function() return #diagnostics() > 0 end, 20) then return stop('no diagnostics came') end
seen.diagnostics = diagnostics()

local hover = request('textDocument/hover', { position = asked.hover })
seen.hover = hover and hover.contents.value or nil

local actions = request('textDocument/codeAction', {
  range = asked.fix.range,
  context = { diagnostics = { asked.fix }, only = { 'quickfix' } },
})
seen.actions = vim.tbl_map(function(action) return action.title end, actions or {})

local first = actions and actions[1]
if first and not first.edit then first = request('codeAction/resolve', first) end
if first and first.edit then
  local encoding = vim.lsp.get_client_by_id(id).offset_encoding
  vim.lsp.util.apply_workspace_edit(first.edit, encoding)
  vim.wait(10000, function()
    return not vim.tbl_contains(vim.tbl_map(function(found) return found.rule end, diagnostics()), asked.fix.code)
  end, 20)
  seen.after = diagnostics()
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end
finish()
