// libcurl, loaded when it is first needed: with the libraries that it brings it takes 6 ms to start, and most verbs ask
// nothing of the network. What Swift cannot call, since it is variadic or a union in C, has a function of its own here.

#pragma once

#include <curl/curl.h>

// Loads the library of that file name and starts it; to be called before any other function, by one thread.
// Returns NULL, or what is missing.
const char *clibcurl_load(const char *name);

// What a transfer is told of: `size * count` bytes at `bytes`; any other result than that number ends it.
typedef size_t (*clibcurl_receiver)(char *bytes, size_t size, size_t count, void *context);

CURL *clibcurl_easy_init(void);
void clibcurl_easy_cleanup(CURL *easy);
CURLcode clibcurl_set_number(CURL *easy, CURLoption option, long number);
CURLcode clibcurl_set_text(CURL *easy, CURLoption option, const char *text);
CURLcode clibcurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list);
// The bytes are copied.
CURLcode clibcurl_set_body(CURL *easy, const void *bytes, size_t count);
CURLcode clibcurl_set_receivers(CURL *easy, clibcurl_receiver head, clibcurl_receiver body, void *context);
long clibcurl_get_number(CURL *easy, CURLINFO info);
const char *clibcurl_words(CURLcode code);

struct curl_slist *clibcurl_list_append(struct curl_slist *list, const char *text);
void clibcurl_list_free(struct curl_slist *list);

CURLM *clibcurl_multi_init(void);
CURLMcode clibcurl_multi_cleanup(CURLM *multi);
CURLMcode clibcurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode clibcurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode clibcurl_multi_perform(CURLM *multi);
// Waits until a transfer can go on, `descriptor` is readable, or the time is over.
CURLMcode clibcurl_multi_wait(CURLM *multi, int descriptor, int milliseconds);
// The next transfer that has ended, with its outcome; NULL if there is none.
CURL *clibcurl_multi_next_done(CURLM *multi, CURLcode *outcome);
