// libgit2, loaded when it is first needed: with the 15 libraries that it brings it takes 3 MiB and as long to start as a
// small check takes in all, and most checks ask nothing of Git.

#pragma once

#include <git2.h>

// Loads the library of that file name; to be called before any function of it, by one thread.
// Returns NULL, or what is missing in the words of the loader.
const char *clibgit2_load(const char *name);
