// One pointer for each function that is called, of the type that the library's header gives it.

#include "CLibCurl.h"

#include <dlfcn.h>

// clang-format off
#define FUNCTIONS(F) \
  F(easy_cleanup) F(easy_getinfo) F(easy_init) F(easy_setopt) F(easy_strerror) F(global_init) F(multi_add_handle) \
  F(multi_cleanup) F(multi_info_read) F(multi_init) F(multi_perform) F(multi_poll) F(multi_remove_handle) \
  F(slist_append) F(slist_free_all)
// clang-format on

static struct {
#define POINTER(name) __typeof__(curl_##name) *name;
  FUNCTIONS(POINTER)
} curl;

static const struct {
  const char *name;
  void **to;
} functions[] = {
#define ENTRY(name) {"curl_" #name, (void **)&curl.name},
    FUNCTIONS(ENTRY)
};

const char *clibcurl_load(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return dlerror();
  const size_t count = sizeof functions / sizeof *functions;
  // All or none.
  for (size_t at = 0; at < count; at++)
    if (!dlsym(library, functions[at].name)) return dlerror();
  for (size_t at = 0; at < count; at++) *functions[at].to = dlsym(library, functions[at].name);
  const CURLcode code = curl.global_init(CURL_GLOBAL_DEFAULT);
  return code == CURLE_OK ? NULL : curl.easy_strerror(code);
}

CURL *clibcurl_easy_init(void) { return curl.easy_init(); }

void clibcurl_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }

CURLcode clibcurl_set_number(CURL *easy, CURLoption option, long number) {
  return curl.easy_setopt(easy, option, number);
}

CURLcode clibcurl_set_text(CURL *easy, CURLoption option, const char *text) {
  return curl.easy_setopt(easy, option, text);
}

CURLcode clibcurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
  return curl.easy_setopt(easy, option, list);
}

CURLcode clibcurl_set_body(CURL *easy, const void *bytes, size_t count) {
  // The length comes first, since it says how much is copied.
  const CURLcode code = curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return code == CURLE_OK ? curl.easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

CURLcode clibcurl_set_receivers(CURL *easy, clibcurl_receiver head, clibcurl_receiver body, void *context) {
  CURLcode code = curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, head);
  if (code == CURLE_OK) code = curl.easy_setopt(easy, CURLOPT_HEADERDATA, context);
  if (code == CURLE_OK) code = curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  return code == CURLE_OK ? curl.easy_setopt(easy, CURLOPT_WRITEDATA, context) : code;
}

long clibcurl_get_number(CURL *easy, CURLINFO info) {
  long number = 0;
  return curl.easy_getinfo(easy, info, &number) == CURLE_OK ? number : 0;
}

const char *clibcurl_words(CURLcode code) { return curl.easy_strerror(code); }

struct curl_slist *clibcurl_list_append(struct curl_slist *list, const char *text) {
  return curl.slist_append(list, text);
}

void clibcurl_list_free(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *clibcurl_multi_init(void) { return curl.multi_init(); }

CURLMcode clibcurl_multi_cleanup(CURLM *multi) { return curl.multi_cleanup(multi); }

CURLMcode clibcurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }

CURLMcode clibcurl_multi_remove(CURLM *multi, CURL *easy) { return curl.multi_remove_handle(multi, easy); }

CURLMcode clibcurl_multi_perform(CURLM *multi) {
  int running;
  return curl.multi_perform(multi, &running);
}

CURLMcode clibcurl_multi_wait(CURLM *multi, int descriptor, int milliseconds) {
  struct curl_waitfd extra = {.fd = descriptor, .events = CURL_WAIT_POLLIN};
  return curl.multi_poll(multi, &extra, 1, milliseconds, NULL);
}

CURL *clibcurl_multi_next_done(CURLM *multi, CURLcode *outcome) {
  int left;
  for (CURLMsg *message; (message = curl.multi_info_read(multi, &left));) {
    if (message->msg != CURLMSG_DONE) continue;
    *outcome = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}
