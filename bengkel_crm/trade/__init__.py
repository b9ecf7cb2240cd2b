"""Small pure words of the trade: plates, phones, names, money, dates, intervals, products."""
