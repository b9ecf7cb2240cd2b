/* Starts the program: Python lies in the folder "app" beside this file and is told to run the package.

   An upgrade lays the new program beside the old one and then changes their names. Should it be broken off between
   the two, "app" is missing for once: then the finished new one is started, or the old one.

   Words that begin with -P come from the program itself, which reads books and opens windows in a process of their
   own: they go to Python as they stand. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32767

typedef int (*python_main)(int, wchar_t **);

static const wchar_t *const FOLDERS[] = {L"app", L"app.new", L"app.old"};
/* Written last: a folder without it is half an upgrade. */
static const wchar_t *const COMPLETE = L"complete";
static const wchar_t *const LIBRARY = L"python313.dll";

static int is_there(const wchar_t *path)
{
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

/* Put the path of the library of the first whole program into `library`; 0 where there is none. */
static int find_library(wchar_t *library)
{
    static wchar_t here[LONGEST + 1], mark[LONGEST + 1];
    if (!GetModuleFileNameW(NULL, here, LONGEST))
        return 0;
    wchar_t *name = wcsrchr(here, L'\\');
    if (!name)
        return 0;
    *name = 0;
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        _snwprintf(mark, LONGEST, L"%ls\\%ls\\%ls", here, FOLDERS[i], COMPLETE);
        _snwprintf(library, LONGEST, L"%ls\\%ls\\%ls", here, FOLDERS[i], LIBRARY);
        if (is_there(mark) && is_there(library))
            return 1;
    }
    return 0;
}

static int refuse(void)
{
    const wchar_t *words = L"Bengkel CRM tidak lengkap. Pasang sekali lagi; data bengkel tetap aman.\n\n"
                           L"Bengkel CRM is not complete. Please install it again; the shop's data are safe.";
#ifdef WINDOW
    MessageBoxW(NULL, words, L"Bengkel CRM", MB_ICONERROR);
#else
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    char bytes[1024];
    int size = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes, NULL, NULL);
    DWORD written;
    if (size > 1)
        WriteFile(out, bytes, (DWORD)size - 1, &written, NULL);
#endif
    return 70;
}

static int start(int count, wchar_t **words)
{
    static wchar_t library[LONGEST + 1];
    if (!find_library(library))
        return refuse();
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return refuse();
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (!run)
        return refuse();
    wchar_t **all = calloc((size_t)count + 4, sizeof *all);
    if (!all)
        return 71;
    int n = 0;
    all[n++] = words[0];
    if (count < 2 || wcscmp(words[1], L"-P")) {
        all[n++] = L"-P";
        all[n++] = L"-m";
        all[n++] = L"bengkel_crm";
    }
    for (int i = 1; i < count; i++)
        all[n++] = words[i];
    return run(n, all);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words)
{
    return start(count, words);
}
#endif
