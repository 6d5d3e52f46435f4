// One jump for each function that JobsGit calls, through a pointer that is filled when the library is loaded. A function
// that is called and not listed here is an error when the tools are linked.

#include "CLibGit2.h"

#include <dlfcn.h>

// clang-format off
#define FUNCTIONS(F) \
  F(buf_dispose) F(commit_free) F(commit_lookup) F(commit_time) F(commit_tree_id) F(config_free) \
  F(config_get_path) F(diff_free) F(diff_get_delta) F(diff_num_deltas) F(diff_options_init) \
  F(diff_tree_to_index) F(diff_tree_to_tree) F(error_last) F(index_entry_stage) F(index_entrycount) \
  F(index_find) F(index_find_prefix) F(index_free) F(index_get_byindex) F(index_get_bypath) \
  F(index_has_conflicts) F(index_open) F(index_read) F(libgit2_init) F(libgit2_version) \
  F(object_free) F(object_peel) F(odb_free) F(odb_object_data) F(odb_object_free) \
  F(odb_object_size) F(odb_read) F(odb_read_header) F(oid_fmt) F(oid_fromstr) F(reference_dwim) \
  F(reference_free) F(reference_name) F(reference_name_to_id) F(repository_commondir) \
  F(repository_config_snapshot) F(repository_discover) F(repository_free) F(repository_index) \
  F(repository_is_shallow) F(repository_odb) F(repository_open_ext) F(repository_path) \
  F(repository_set_workdir) F(repository_workdir) F(revparse_single) F(status_byindex) \
  F(status_list_entrycount) F(status_list_free) F(status_list_new) F(status_options_init) \
  F(tree_entry_byindex) F(tree_entry_byname) F(tree_entry_bypath) F(tree_entry_filemode) \
  F(tree_entry_free) F(tree_entry_id) F(tree_entry_name) F(tree_entry_type) F(tree_entrycount) \
  F(tree_free) F(tree_id) F(tree_lookup)
// clang-format on

#if defined(__x86_64__)
#define JUMP(name) "  jmpq *clibgit2_" #name "(%rip)\n"
#elif defined(__aarch64__)
// x16 is the register that the procedure call standard leaves to such jumps.
#define JUMP(name) "  adrp x16, clibgit2_" #name "\n  ldr x16, [x16, #:lo12:clibgit2_" #name "]\n  br x16\n"
#else
#error "write the jump of this processor here"
#endif

// Hidden, so that the jump needs no relocation.
#define POINTER(name) __attribute__((visibility("hidden"))) void *clibgit2_##name;
#define FUNCTION(name)                                           \
  __asm__(".pushsection .text\n"                                 \
          ".globl git_" #name "\n"                               \
          ".hidden git_" #name "\n"                              \
          ".type git_" #name ", %function\n"                     \
          "git_" #name ":\n" JUMP(name)                          \
          ".size git_" #name ", . - git_" #name "\n"             \
          ".popsection\n");

FUNCTIONS(POINTER)
FUNCTIONS(FUNCTION)

static const struct {
  const char *name;
  void **to;
} functions[] = {
#define ENTRY(name) {"git_" #name, &clibgit2_##name},
    FUNCTIONS(ENTRY)
};

const char *clibgit2_load(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return dlerror();
  const size_t count = sizeof functions / sizeof *functions;
  // All or none.
  for (size_t at = 0; at < count; at++)
    if (!dlsym(library, functions[at].name)) return dlerror();
  for (size_t at = 0; at < count; at++) *functions[at].to = dlsym(library, functions[at].name);
  return NULL;
}
