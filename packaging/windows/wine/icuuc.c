/* Wine 8 has no icuuc.dll, which Windows 10 has: every converter of text is "not there", and Qt does without. */
#include <stdint.h>

#define NOT_FOUND 4
#define OUT __declspec(dllexport)

static void missing(int *error)
{
    if (error)
        *error = NOT_FOUND;
}

OUT void *ucnv_open(const char *name, int *error) { (void)name; missing(error); return 0; }
OUT void ucnv_close(void *converter) { (void)converter; }
OUT void ucnv_reset(void *converter) { (void)converter; }
OUT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
OUT const char *ucnv_getName(void *converter, int *error) { (void)converter; missing(error); return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name, (void)standard;
    missing(error);
    return 0;
}
OUT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
OUT void ucnv_getToUCallBack(void *converter, void *action, void *context) { (void)converter, (void)action, (void)context; }
OUT void ucnv_getFromUCallBack(void *converter, void *action, void *context) { (void)converter, (void)action, (void)context; }
OUT void ucnv_setToUCallBack(void *c, void *a, void *b, void *d, void *f, int *error) { (void)c, (void)a, (void)b, (void)d, (void)f; missing(error); }
OUT void ucnv_setFromUCallBack(void *c, void *a, void *b, void *d, void *f, int *error) { (void)c, (void)a, (void)b, (void)d, (void)f; missing(error); }
OUT void ucnv_cbToUWriteUChars(void *a, void *b, int length, int offset, int *error) { (void)a, (void)b, (void)length, (void)offset; missing(error); }
OUT void ucnv_cbFromUWriteUChars(void *a, void *b, void *limit, int offset, int *error) { (void)a, (void)b, (void)limit, (void)offset; missing(error); }
OUT void ucnv_toUnicode(void *c, void *a, void *b, void *d, void *f, void *g, char flush, int *error) { (void)c, (void)a, (void)b, (void)d, (void)f, (void)g, (void)flush; missing(error); }
OUT void ucnv_fromUnicode(void *c, void *a, void *b, void *d, void *f, void *g, char flush, int *error) { (void)c, (void)a, (void)b, (void)d, (void)f, (void)g, (void)flush; missing(error); }
OUT int ucnv_toUCountPending(void *c, int *error) { (void)c; missing(error); return 0; }
OUT int ucnv_fromUCountPending(void *c, int *error) { (void)c; missing(error); return 0; }
